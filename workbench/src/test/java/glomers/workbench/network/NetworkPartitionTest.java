package glomers.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages take 100 ms; what counts is whether a partition is active when they are due. */
class NetworkPartitionTest {
  private static final long MS = 1_000_000L;
  private static final Map<String, Set<String>> N1_DEAF_TO_N0 = Map.of("n1", Set.of("n0"));

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final List<Integer> arrived = new ArrayList<>();
  private final Network network =
      new Network(
          scheduler, new Latency(Latency.Shape.CONSTANT, 100), new RandomStreams(3), List.of());

  @BeforeEach
  void connect() {
    for (String id : List.of("n0", "n1", "n2", "c0")) {
      network.connect(id, (number, message) -> arrived.add(Sent.number(message)));
    }
  }

  private void at(long millis, Runnable event) {
    scheduler.schedule(millis * MS, event);
  }

  private void send(String src, String dest, int number) {
    network.send(Sent.message(src, dest, number));
  }

  @Test
  void losesMessageDueDuringPartition() {
    send("n0", "n1", 1);
    at(50, () -> network.faults().partition("test", N1_DEAF_TO_N0));
    at(150, () -> network.faults().heal("test"));
    scheduler.run();
    assertThat(arrived).isEmpty();
  }

  @Test
  void deliversMessageDueAfterHeal() {
    network.faults().partition("test", N1_DEAF_TO_N0);
    send("n0", "n1", 1);
    at(50, () -> network.faults().heal("test"));
    scheduler.run();
    assertThat(arrived).containsExactly(1);
  }

  @Test
  void shortPartitionSparesMessageUnderWay() {
    send("n0", "n1", 1);
    at(10, () -> network.faults().partition("test", N1_DEAF_TO_N0));
    at(90, () -> network.faults().heal("test"));
    scheduler.run();
    assertThat(arrived).containsExactly(1);
  }

  @Test
  void whatIsLostDoesNotComeLater() {
    network.faults().partition("test", N1_DEAF_TO_N0);
    send("n0", "n1", 1);
    scheduler.run();
    network.faults().heal("test");
    scheduler.run();
    assertThat(arrived).isEmpty();
  }

  @Test
  void partitionsOneDirectionOfOneSource() {
    network.faults().partition("test", N1_DEAF_TO_N0);
    send("n0", "n1", 1);
    send("n1", "n0", 2);
    send("n2", "n1", 3);
    send("n0", "n2", 4);
    scheduler.run();
    assertThat(arrived).containsExactly(2, 3, 4);
  }

  @Test
  void clientsReachPartitionedNodes() {
    network.faults().partition("test", Map.of("n1", Set.of("n0", "n2"), "n0", Set.of("n1")));
    send("c0", "n1", 1);
    send("n1", "c0", 2);
    scheduler.run();
    assertThat(arrived).containsExactly(1, 2);
  }

  @Test
  void newPartitionReplacesOldOne() {
    network.faults().partition("test", N1_DEAF_TO_N0);
    network.faults().partition("test", Map.of("n2", Set.of("n0")));
    send("n0", "n1", 1);
    send("n0", "n2", 2);
    scheduler.run();
    assertThat(arrived).containsExactly(1);
  }
}
