package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.Latency;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenge in virtual time, and the faults of the table in NOTES.md. */
class KafkaTest {
  private static Simulation<Server> challenge() {
    return Simulation.of(Server::new)
        .workload("kafka")
        .nodes(2)
        .concurrency("2n")
        .rate(1_000)
        .timeLimit(Duration.ofSeconds(20));
  }

  private static Simulation<Server> under(String... faults) {
    return challenge()
        .rate(100)
        .latency(new Latency(Latency.Shape.EXPONENTIAL, 20))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(3));
  }

  private static Stream<Op> notOk(SimulatedRun run) {
    return run.history()
        .clientOps()
        .filter(op -> op.type() == OpType.FAIL || op.type() == OpType.INFO)
        .filter(op -> !op.f().equals("crash"));
  }

  @SeedTest(value = 1, thorough = 3)
  @DisplayName("a twentieth of a message per operation, and all is shown within half a second")
  void passesWithFewMessages(long seed) {
    SimulatedRun run = challenge().noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(0.05);
    assertThat(run.figure("worst realtime lag, s").orElseThrow()).isLessThanOrEqualTo(0.5);
    assertThat(notOk(run)).isEmpty();
  }

  @SeedTest(value = 1, thorough = 3)
  @DisplayName("a node that is cut off answers all requests")
  void staysAvailableUnderPartitions(long seed) {
    SimulatedRun run = challenge().nemesis("partition").noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(0.05);
    assertThat(notOk(run)).isEmpty();
  }

  @SeedTest(value = 1, thorough = 30)
  void survivesAllFaultsOfTheNetwork(long seed) {
    SimulatedRun run =
        under("partition", "one-way-partition", "loss", "duplicate", "reorder", "slow")
            .seed(seed)
            .run()
            .assertValid();
    assertThat(notOk(run)).isEmpty();
  }

  @SeedTest(value = 1, thorough = 20)
  void survivesPauses(long seed) {
    under("partition", "pause").seed(seed).run().assertValid();
  }

  @Test
  @DisplayName("what a killed node has acknowledged and not yet passed on is lost")
  void doesNotSurviveKills() {
    assertThat(under("kill").run().isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void anyNumberOfNodesWillDo(int nodes) {
    under("partition", "loss", "duplicate", "reorder").nodes(nodes).run().assertValid();
  }

  @Test
  @DisplayName("offsets are not much higher than the number of messages")
  void offsetsStaySmall() {
    SimulatedRun run =
        under("partition").nodes(5).options(options -> options.maxWritesPerKey(16)).run();
    assertThat(highestOffset(run)).isLessThan(5 * 16);
  }

  private static long highestOffset(SimulatedRun run) {
    return run.history()
        .clientOps()
        .filter(op -> op.f().equals("send") && op.isOk())
        .mapToLong(op -> ((glomers.workbench.workload.kafka.KafkaOp.Send) op.value()).offset())
        .max()
        .orElseThrow();
  }

  @SeedTest(value = 1, thorough = 10)
  @DisplayName("at each moment the logs that two nodes show are the beginnings of one log")
  void allShowTheSameLogs(long seed) {
    under("partition", "loss", "duplicate", "reorder")
        .nodes(3)
        .rate(30)
        .options(options -> options.keyCount(2).maxWritesPerKey(1_000))
        .always("nodes show the beginnings of one log", KafkaTest::areBeginningsOfOne)
        .seed(seed)
        .run()
        .assertValid();
  }

  private static boolean areBeginningsOfOne(List<Server> servers) {
    for (String key : List.of("0", "1")) {
      List<List<Long>> longest = new ArrayList<>();
      for (Server server : servers) {
        List<List<Long>> shown =
            server.poll(new Poll(Map.of(key, 0L))).msgs().getOrDefault(key, List.of());
        int common = Math.min(shown.size(), longest.size());
        if (!shown.subList(0, common).equals(longest.subList(0, common))) {
          return false;
        }
        longest = shown.size() > longest.size() ? shown : longest;
      }
    }
    return true;
  }
}
