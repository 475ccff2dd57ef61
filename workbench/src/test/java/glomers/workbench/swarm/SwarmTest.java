package glomers.workbench.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.time.Ties;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SwarmTest {
  private static final Claims CLAIMS =
      new Claims(1, 5, List.of("partition", "loss", "pause", "kill"), 1_500);

  private static OptionsBuilder base() {
    return new OptionsBuilder()
        .workload("kafka")
        .nodeCount(2)
        .rate(1_000)
        .availability(1)
        .timeLimit(Duration.ofSeconds(20));
  }

  private static List<TestOptions> draw(Claims claims) {
    return LongStream.range(0, 500)
        .mapToObj(seed -> Swarm.draw(base().seed(seed).build(), claims))
        .toList();
  }

  private static <T> Set<T> values(Function<TestOptions, T> of) {
    return draw(CLAIMS).stream().map(of).collect(Collectors.toSet());
  }

  @Test
  void workloadWithoutWritesHasNoShareOfThem() {
    TestOptions echo = new OptionsBuilder().workload("echo").build();
    for (long seed = 0; seed < 100; seed++) {
      TestOptions base = OptionsBuilder.of(echo).seed(seed).build();
      assertThat(Swarm.draw(base, Claims.of(base)).variation().writes()).isEqualTo(50);
    }
  }

  @Test
  void sameSeedDrawsTheSame() {
    assertThat(draw(CLAIMS)).isEqualTo(draw(CLAIMS));
  }

  @Test
  void drawsAllThatIsClaimed() {
    assertThat(values(options -> options.nodes().size())).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(values(options -> options.faults().names()))
        .contains(List.of())
        .anyMatch(names -> names.size() == 4)
        .allMatch(CLAIMS.faults()::containsAll);
    assertThat(values(options -> options.variation().ties())).containsOnly(Ties.values());
    assertThat(values(options -> options.latency().shape())).containsOnly(Latency.Shape.values());
    assertThat(values(options -> options.latency().meanMillis()))
        .contains(0L)
        .anyMatch(millis -> millis > 1_000)
        .allMatch(millis -> millis <= 1_500);
    assertThat(values(TestOptions::rate)).contains(1.0, 1_000.0).allMatch(rate -> rate <= 4_000);
    assertThat(values(options -> options.variation().writes())).contains(50).hasSize(5);
  }

  @Test
  void drawsNothingThatIsNot() {
    assertThat(draw(Claims.of(base().nemesis(List.of("slow")).build())))
        .allMatch(options -> options.nodes().equals(List.of("n0", "n1")))
        .allMatch(options -> options.latency().meanMillis() == 0)
        .allMatch(options -> List.of("slow").containsAll(options.faults().names()));
  }

  @Test
  @DisplayName("fast runs are short, and the mean run has fewer operations than a fixed one")
  void runsAreShort() {
    assertThat(draw(CLAIMS))
        .allMatch(options -> options.rate() * options.timeLimit().toMillis() <= 4_000_000);
    assertThat(
            draw(CLAIMS).stream()
                .mapToDouble(options -> options.rate() * options.timeLimit().toSeconds())
                .average()
                .orElseThrow())
        .isLessThan(2_000);
  }

  @Test
  @DisplayName("times are whole tenths of a second, so that an option names them in full")
  void timesAreRound() {
    assertThat(draw(CLAIMS))
        .flatMap(
            TestOptions::timeLimit,
            options -> options.faults().interval(),
            options -> options.faults().recovery())
        .allMatch(time -> ((Duration) time).toNanos() % 100_000_000 == 0);
    assertThat(values(options -> options.variation().silence()))
        .extracting(Duration::toMillis)
        .containsExactlyInAnyOrder(0L, 300L, 1_000L, 5_000L);
    assertThat(values(TestOptions::timeLimit))
        .allMatch(time -> time.toMillis() >= 1_000 && time.toMillis() <= 90_000)
        .hasSizeGreaterThan(100);
  }

  @Test
  void nodesHaveTimeToRecoverFromSlowMessages() {
    assertThat(draw(CLAIMS))
        .allMatch(
            options ->
                options.faults().recovery().toMillis() >= 40 * options.latency().meanMillis());
  }

  @Test
  @DisplayName("a node that is stopped can't answer every request")
  void availabilityIsNotAskedOfStoppedNodes() {
    assertThat(draw(CLAIMS))
        .filteredOn(options -> options.faults().names().contains("pause"))
        .isNotEmpty()
        .allMatch(options -> options.availability().isEmpty());
    assertThat(draw(CLAIMS))
        .filteredOn(options -> options.faults().names().equals(List.of("loss")))
        .isNotEmpty()
        .allMatch(options -> options.availability().isPresent());
  }

  @Test
  @DisplayName("where kills may lose something, some nodes stay up, and many runs are slow")
  void whatMustNotBeLostShows() {
    List<TestOptions> killed =
        LongStream.range(0, 500)
            .mapToObj(seed -> base().lossWindow(Duration.ofSeconds(5)).seed(seed).build())
            .map(options -> Swarm.draw(options, CLAIMS))
            .filter(options -> options.faults().names().contains("kill"))
            .toList();
    assertThat(killed)
        .isNotEmpty()
        .allMatch(options -> options.faults().names().equals(List.of("kill")))
        .allMatch(options -> options.nodes().size() >= 3)
        .anyMatch(options -> options.rate() > 100);
    assertThat(killed.stream().filter(options -> options.rate() <= 5).count())
        .isGreaterThan(killed.size() / 3);
  }

  @Test
  void impossibleNumbersOfNodesAreRefused() {
    assertThatThrownBy(() -> CLAIMS.nodes(3, 2)).hasMessageContaining("3-2: must be the fewest");
  }

  private static List<TestOptions> drawBeside(UnaryOperator<OptionsBuilder> told) {
    return LongStream.range(0, 500).mapToObj(seed -> drawBeside(seed, told)).toList();
  }

  private static TestOptions drawBeside(long seed, UnaryOperator<OptionsBuilder> told) {
    TestOptions base = told.apply(new OptionsBuilder().workload("broadcast").seed(seed)).build();
    return Swarm.draw(base, Claims.of(base), List.of(told::apply));
  }

  private static <T> Set<T> values(List<TestOptions> drawn, Function<TestOptions, T> of) {
    return drawn.stream().map(of).collect(Collectors.toSet());
  }

  @Test
  void whatIsToldStays() {
    UnaryOperator<OptionsBuilder> told =
        options ->
            options
                .nodeCount(3)
                .rate(100)
                .timeLimit(Duration.ofSeconds(7))
                .nemesis(List.of("partition", "slow"))
                .recovery(Duration.ofSeconds(9))
                .nemesisInterval(Duration.ofSeconds(2))
                .concurrency("7")
                .keyCount(4)
                .latency(new Latency(Latency.Shape.UNIFORM, 20))
                .availability(0.5)
                .writes(30)
                .silence(Duration.ZERO)
                .ties(Ties.SCHEDULED)
                .maxTxnLength(6)
                .maxWritesPerKey(9);
    List<TestOptions> drawn = drawBeside(told);
    OptionsBuilder expected = told.apply(new OptionsBuilder().workload("broadcast")).drawn(false);
    assertThat(drawn).allMatch(it -> it.equals(expected.seed(it.seed()).build()));
  }

  @Test
  void whatIsNotToldIsDrawn() {
    List<TestOptions> drawn = drawBeside(options -> options.nemesis(List.of("loss")));
    assertThat(values(drawn, TestOptions::rate)).contains(1.0, 5.0, 20.0);
    assertThat(values(drawn, TestOptions::timeLimit)).hasSizeGreaterThan(100);
    assertThat(values(drawn, TestOptions::concurrency)).contains(5, 50);
    assertThat(values(drawn, options -> options.faults().interval())).hasSizeGreaterThan(5);
    assertThat(values(drawn, options -> options.faults().recovery())).hasSizeGreaterThan(50);
    assertThat(values(drawn, options -> options.variation().writes())).hasSize(5);
    assertThat(values(drawn, options -> options.faults().names())).containsExactly(List.of("loss"));
    assertThat(values(drawn, TestOptions::latency))
        .as("none is claimed")
        .containsOnly(Latency.NONE);
  }

  @Test
  void fixedRateLimitsLength() {
    assertThat(drawBeside(options -> options.rate(1_000)))
        .allMatch(options -> options.rate() == 1_000)
        .allMatch(options -> options.timeLimit().toMillis() <= 2_000);
  }

  @Test
  void fixedLengthLimitsRateAndFaults() {
    assertThat(
            drawBeside(
                options -> options.timeLimit(Duration.ofSeconds(2)).nemesis(List.of("loss"))))
        .allMatch(options -> options.timeLimit().toSeconds() == 2)
        .allMatch(options -> options.faults().interval().toMillis() <= 2_000)
        .allMatch(options -> options.variation().silence().toMillis() <= 200);
    assertThat(drawBeside(options -> options.timeLimit(Duration.ofSeconds(1_000))))
        .allMatch(options -> options.rate() <= 2);
  }

  @Test
  void runIsLongEnoughForFixedFaults() {
    List<TestOptions> drawn =
        drawBeside(
            options -> options.nemesis(List.of("kill")).nemesisInterval(Duration.ofSeconds(20)));
    assertThat(drawn)
        .allMatch(options -> options.timeLimit().toSeconds() >= 60)
        .allMatch(options -> options.rate() * options.timeLimit().toSeconds() <= 2_000);
  }

  @Test
  void nodesRecoverFromFixedLatencyAndFaults() {
    assertThat(
            drawBeside(
                options ->
                    options
                        .latency(new Latency(Latency.Shape.UNIFORM, 50))
                        .nemesis(List.of("slow"))))
        .as("the default, some round trips, and the slowest messages")
        .allMatch(options -> options.faults().recovery().toSeconds() >= 10 + 2 + 30);
  }

  @Test
  @DisplayName("rules about how much there is to judge by count if the test says how much there is")
  void amountIsJudgedIfItIsFixed() {
    UnaryOperator<OptionsBuilder> traffic = it -> it.rate(10).timeLimit(Duration.ofSeconds(20));
    UnaryOperator<OptionsBuilder> faults = it -> it.nemesis(List.of("loss"));
    UnaryOperator<OptionsBuilder> interval = it -> it.nemesisInterval(Duration.ofSeconds(2));
    assertThat(isAmountDrawn(it -> traffic.apply(it))).containsOnly(false);
    assertThat(isAmountDrawn(it -> interval.apply(faults.apply(traffic.apply(it)))))
        .containsOnly(false);
    assertThat(isAmountDrawn(it -> faults.apply(traffic.apply(it)))).containsOnly(true);
    assertThat(isAmountDrawn(it -> interval.apply(faults.apply(it)))).containsOnly(true);
  }

  private static Set<Boolean> isAmountDrawn(UnaryOperator<OptionsBuilder> told) {
    return values(drawBeside(told), options -> options.variation().amountDrawn());
  }
}
