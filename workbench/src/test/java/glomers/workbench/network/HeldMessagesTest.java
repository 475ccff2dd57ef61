package glomers.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.Message;
import glomers.workbench.fault.Measure;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that wait, and partitions that overlap. */
class HeldMessagesTest {
  private static final Map<String, Set<String>> N1_DEAF_TO_N0 = Map.of("n1", Set.of("n0"));

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final List<Integer> arrived = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final NetworkListener listener =
      new NetworkListener() {
        @Override
        public void sent(long id, Message message) {}

        @Override
        public void received(long id, Message message, long sentNanos) {
          told.add("received " + Sent.number(message) + ", sent at " + sentNanos);
        }

        @Override
        public void lost(long id, Message message, long sentNanos, LossReason reason) {
          told.add("lost " + Sent.number(message) + ", sent at " + sentNanos);
        }
      };
  private final Network network =
      new Network(scheduler, Latency.NONE, new RandomStreams(3), List.of(listener));

  @BeforeEach
  void connect() {
    for (String id : List.of("n0", "n1", "n2", "c0")) {
      network.connect(id, (number, message) -> arrived.add(Sent.number(message)));
    }
  }

  private void send(String src, String dest, int number) {
    network.send(Sent.message(src, dest, number));
    scheduler.run();
  }

  @Test
  void releasesHeldMessagesInOrder() {
    network.hold("n0", "n1");
    for (int i = 0; i < 5; i++) {
      send("n0", "n1", i);
    }
    assertThat(arrived).isEmpty();
    assertThat(told).as("neither lost nor received").isEmpty();
    network.release("n0", "n1");
    assertThat(arrived).as("not within the call").isEmpty();
    scheduler.run();
    assertThat(arrived).containsExactly(0, 1, 2, 3, 4);
    send("n0", "n1", 5);
    assertThat(arrived).as("no more are held").endsWith(5);
  }

  @Test
  void onlyOneDirectionOfOneLinkIsHeld() {
    network.hold("n0", "n1");
    send("n1", "n0", 1);
    send("n0", "n2", 2);
    send("n2", "n1", 3);
    send("c0", "n1", 4);
    assertThat(arrived).containsExactly(1, 2, 3, 4);
  }

  @Test
  void holdingTwiceForgetsNothing() {
    network.hold("n0", "n1");
    send("n0", "n1", 1);
    network.hold("n0", "n1");
    network.release("n0", "n1");
    network.release("n0", "n1");
    scheduler.run();
    assertThat(arrived).containsExactly(1);
  }

  @Test
  void losesHeldMessageIfReceiverLeft() {
    network.hold("n0", "n1");
    send("n0", "n1", 1);
    network.disconnect("n1");
    network.release("n0", "n1");
    scheduler.run();
    assertThat(told).containsExactly("lost 1, sent at 0");
  }

  @Test
  void reportsLossesWithTimeOfSending() {
    network.faults().partition("test", N1_DEAF_TO_N0);
    scheduler.runUntil(7);
    send("n0", "n1", 1);
    network.faults().heal("test");
    network.faults().set(Measure.LOSS, 1);
    send("n0", "n1", 2);
    send("n0", "c0", 3);
    network.disconnect("c0");
    send("n0", "c0", 4);
    assertThat(told)
        .containsExactly(
            "lost 1, sent at 7", "lost 2, sent at 7", "received 3, sent at 7", "lost 4, sent at 7");
  }

  @Test
  void partitionsOfTwoOwnersOverlap() {
    network.faults().partition("one", N1_DEAF_TO_N0);
    network.faults().partition("other", Map.of("n1", Set.of("n0", "n2")));
    send("n0", "n1", 1);
    network.faults().heal("one");
    send("n0", "n1", 2);
    send("n2", "n1", 3);
    assertThat(arrived).as("the other's partitions are there still").isEmpty();
    network.faults().heal("other");
    send("n0", "n1", 4);
    send("n2", "n1", 5);
    assertThat(arrived).containsExactly(4, 5);
  }
}
