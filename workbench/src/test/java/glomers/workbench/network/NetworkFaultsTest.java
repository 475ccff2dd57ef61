package glomers.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.Message;
import glomers.workbench.fault.Measure;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with messages between servers, which take 100 ms when nothing is. */
class NetworkFaultsTest {
  private static final long MS = 1_000_000L;
  private static final int COUNT = 1_000;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(100_000);
  private final List<Integer> arrived = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final List<Long> lost = new ArrayList<>();
  private final NetworkStats stats = new NetworkStats();
  private final NetworkListener losses =
      new NetworkListener() {
        @Override
        public void sent(long id, Message message) {}

        @Override
        public void received(long id, Message message, long sentNanos) {}

        @Override
        public void lost(long id, Message message, long sentNanos, LossReason reason) {
          lost.add(id);
        }
      };
  private Network network = network(100);

  private Network network(long latencyMillis) {
    return new Network(
        scheduler,
        new Latency(Latency.Shape.CONSTANT, latencyMillis),
        new RandomStreams(3),
        List.of(stats, losses));
  }

  @BeforeEach
  void connect() {
    for (String id : List.of("n0", "n1", "c0")) {
      network.connect(
          id,
          (number, message) -> {
            arrived.add(Sent.number(message));
            times.add(scheduler.nowNanos() / MS);
          });
    }
  }

  private void send(String src, String dest, int count) {
    for (int i = 0; i < count; i++) {
      network.send(Sent.message(src, dest, i));
    }
    scheduler.run();
  }

  @Test
  void losesRequestedFractionOfMessages() {
    network.faults().set(Measure.LOSS, 0.2);
    send("n0", "n1", COUNT);
    assertThat(arrived).hasSizeBetween(750, 850).doesNotHaveDuplicates();
    assertThat(lost).hasSize(COUNT - arrived.size());
  }

  @Test
  void noneGetsLostOrAllDo() {
    network.faults().set(Measure.LOSS, 0);
    send("n0", "n1", COUNT);
    assertThat(arrived).hasSize(COUNT);
    network.faults().set(Measure.LOSS, 1);
    send("n0", "n1", COUNT);
    assertThat(arrived).hasSize(COUNT);
    assertThat(lost).hasSize(COUNT).first().isEqualTo((long) COUNT);
  }

  @Test
  void copiesGetLostLikeAllElse() {
    network.faults().set(Measure.LOSS, 1);
    network.faults().set(Measure.DUPLICATE, 1);
    send("n0", "n1", COUNT);
    assertThat(arrived).isEmpty();
    assertThat(lost).as("told of once each").hasSize(COUNT).doesNotHaveDuplicates();
  }

  @Test
  void aDuplicateArrivesTwiceAndIsSentOnce() {
    network.faults().set(Measure.DUPLICATE, 1);
    send("n0", "n1", 3);
    assertThat(arrived).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(stats.servers().sent()).isEqualTo(3);
    assertThat(stats.servers().received()).isEqualTo(6);
  }

  @Test
  void duplicatesRequestedFractionOfMessages() {
    network.faults().set(Measure.DUPLICATE, 0.5);
    send("n0", "n1", COUNT);
    assertThat(arrived).hasSizeBetween(COUNT + 450, COUNT + 550);
    assertThat(arrived.stream().distinct()).hasSize(COUNT);
  }

  @Test
  void reorderedMessagesOvertakeEachOtherWithinTheLimit() {
    network.faults().set(Measure.REORDER, 50);
    send("n0", "n1", COUNT);
    assertThat(arrived).hasSize(COUNT).isNotEqualTo(arrived.stream().sorted().toList());
    assertThat(times).allMatch(time -> time >= 100 && time <= 150).contains(100L, 149L);
  }

  @Test
  void slowMessagesTakeSoManyTimesAsLong() {
    network.faults().set(Measure.SLOW, 10);
    send("n0", "n1", 1);
    assertThat(times).containsExactly(1_000L);
  }

  @Test
  void slownessCanBeFeltWithoutLatencyToo() {
    network = network(0);
    connect();
    network.faults().set(Measure.SLOW, 50);
    send("n0", "n1", 1);
    assertThat(times).containsExactly(50L);
  }

  @Test
  void messagesOfClientsAreNeverDisturbed() {
    network.faults().set(Measure.LOSS, 1);
    network.faults().set(Measure.DUPLICATE, 1);
    network.faults().set(Measure.REORDER, 50);
    network.faults().set(Measure.SLOW, 50);
    send("c0", "n1", 10);
    send("n1", "c0", 10);
    assertThat(arrived).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(times).containsOnly(0L);
  }

  @Test
  void whatIsOverIsOver() {
    network.faults().set(Measure.LOSS, 1);
    network.faults().set(Measure.DUPLICATE, 1);
    network.faults().set(Measure.REORDER, 50);
    network.faults().set(Measure.SLOW, 50);
    network.faults().set(Measure.LOSS, 0);
    network.faults().set(Measure.DUPLICATE, 0);
    network.faults().set(Measure.REORDER, 0);
    network.faults().set(Measure.SLOW, 1);
    send("n0", "n1", COUNT);
    assertThat(arrived).hasSize(COUNT).isSorted();
    assertThat(times).containsOnly(100L);
  }
}
