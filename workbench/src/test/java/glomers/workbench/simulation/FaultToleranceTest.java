package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.workbench.nemesis.Faults;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestServers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which faults a server stands, and which it does not. */
class FaultToleranceTest {
  private static final int SEEDS = 20;

  private static Simulation<?> simulation(
      String workload, Consumer<? super Node> server, long seed, String... faults) {
    return Simulation.of(TestServers.server(server))
        .workload(workload)
        .nodes(3)
        .timeLimit(Duration.ofSeconds(10))
        .rate(10)
        .latency(Duration.ofMillis(20))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(2))
        .seed(seed);
  }

  private static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  /** It sends everything once, and nobody sends it again. */
  @ParameterizedTest
  @ValueSource(strings = {"partition", "one-way-partition", "loss", "kill"})
  void aFloodLosesValuesWhenMessagesOrMemoryGetLost(String fault) {
    assertThat(seeds().mapToObj(seed -> simulation("broadcast", Flood::new, seed, fault).run()))
        .anyMatch(run -> !run.isValid() && run.problem().startsWith("workload is invalid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"duplicate", "reorder", "slow", "pause"})
  void aFloodStandsWhatOnlyDelaysOrRepeats(String fault) {
    seeds().forEach(seed -> simulation("broadcast", Flood::new, seed, fault).run().assertValid());
  }

  @Test
  void aFloodStandsAllOfTheseAtOnce() {
    seeds()
        .forEach(
            seed ->
                simulation("broadcast", Flood::new, seed, "duplicate", "reorder", "slow", "pause")
                    .run()
                    .assertValid());
  }

  @Test
  void aServerThatNeedsNoOthersStandsEverything() {
    String[] all = Faults.names().toArray(String[]::new);
    seeds()
        .forEach(
            seed ->
                simulation("unique-ids", FaultToleranceTest::prefixed, seed, all)
                    .timeLimit(Duration.ofSeconds(60))
                    .run()
                    .assertValid());
  }

  @Test
  void anEchoStandsAllFaultsOfTheNetwork() {
    String[] network = {"partition", "one-way-partition", "loss", "duplicate", "reorder", "slow"};
    seeds()
        .forEach(
            seed ->
                simulation("echo", TestServers::echo, seed, network)
                    .availability(1)
                    .run()
                    .assertValid());
  }

  /** Some faults keep clients from being served, and total availability says so. */
  @ParameterizedTest
  @ValueSource(strings = {"pause", "kill"})
  void nodesThatAreDownAreNotAvailable(String fault) {
    assertThat(
            seeds()
                .mapToObj(
                    seed ->
                        simulation("unique-ids", FaultToleranceTest::prefixed, seed, fault)
                            .nemesisInterval(Duration.ofSeconds(8))
                            .availability(1)
                            .run()))
        .anyMatch(run -> run.problem().startsWith("availability is invalid:\n"));
  }

  /** Numbers from 1 up behind a number that is drawn anew in each life. */
  private static void prefixed(Node node) {
    String prefix = Long.toHexString(node.random().nextLong()) + "-";
    AtomicLong count = new AtomicLong();
    node.on(
        TestServers.Generate.class,
        request -> new TestServers.GenerateOk(new JsonPrimitive(prefix + count.incrementAndGet())));
  }

  @Test
  void idsWithoutIncarnationRepeatAfterRestart() {
    assertThat(
            seeds()
                .mapToObj(s -> simulation("unique-ids", TestServers::uniqueIds, s, "kill").run()))
        .anyMatch(run -> run.problem().contains(":duplicated-count"));
    seeds()
        .forEach(
            seed ->
                simulation("unique-ids", TestServers::uniqueIds, seed, "pause", "loss")
                    .run()
                    .assertValid());
  }
}
