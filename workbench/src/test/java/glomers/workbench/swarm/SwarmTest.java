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
}
