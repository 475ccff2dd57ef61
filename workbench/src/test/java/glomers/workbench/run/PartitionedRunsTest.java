package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Validity;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PartitionedRunsTest {
  private static Trace flood(long seed) {
    return SimulatedTest.of("broadcast", Flood::new)
        .nodes(5)
        .latency(20)
        .partitions()
        .totalAvailability()
        .seed(seed)
        .run();
  }

  @Test
  void serversThatNeedNoOthersAreTotallyAvailable() {
    Trace trace =
        SimulatedTest.of("unique-ids", TestServers::uniqueIds)
            .nodes(3)
            .rate(100)
            .partitions()
            .totalAvailability()
            .run();
    assertThat(trace.validity()).as(trace.explain()).isEqualTo(Validity.VALID);
    assertThat(trace.ops(op -> !op.isClient())).isNotEmpty();
  }

  @Test
  void oneTimeoutIsTooMuchForTotalAvailability() {
    Trace trace = SimulatedTest.of("echo", TestServers::silentEcho).totalAvailability().run();
    assertThat(trace.result("availability").validity()).isEqualTo(Validity.INVALID);
  }

  /** No node sends messages again that a partition has dropped: over a few seeds that must show. */
  @Test
  void aFloodLosesValuesUnderPartitions() {
    List<Validity> verdicts =
        LongStream.rangeClosed(1, 5).mapToObj(seed -> flood(seed).validity()).toList();
    assertThat(verdicts).contains(Validity.INVALID);
  }

  @Test
  void partitionedNodesServeClients() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(flood(seed).result("availability").validity()).isEqualTo(Validity.VALID);
    }
  }

  @Test
  void messagesAreLostBetweenServersOnly() {
    Trace trace = flood(1);
    assertThat(trace.outcome().network().servers().received())
        .isLessThan(trace.outcome().network().servers().sent());
    assertThat(trace.outcome().network().clients().received())
        .isEqualTo(trace.outcome().network().clients().sent());
  }

  @Test
  void sameSeedGivesSameHistory() {
    Trace first = flood(42);
    Trace second = flood(42);
    assertThat(second.ops()).isEqualTo(first.ops());
    assertThat(second.sent()).isEqualTo(first.sent());
    assertThat(second.explain()).isEqualTo(first.explain());
  }

  @Test
  void otherSeedsGiveOtherHistories() {
    Set<List<Op>> histories = new HashSet<>();
    LongStream.range(0, 10).forEach(seed -> histories.add(new ArrayList<>(flood(seed).ops())));
    assertThat(histories).hasSize(10);
  }
}
