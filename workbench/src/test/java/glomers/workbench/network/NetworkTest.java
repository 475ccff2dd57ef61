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

class NetworkTest {
  private static final long MS = 1_000_000L;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final List<String> arrived = new ArrayList<>();
  private final List<Long> ids = new ArrayList<>();
  private final Network network = network(new Latency(Latency.Shape.CONSTANT, 100));

  private Network network(Latency latency) {
    return new Network(scheduler, latency, new RandomStreams(3), List.of());
  }

  @BeforeEach
  void connect() {
    for (String id : List.of("n0", "n1", "c0")) {
      network.connect(id, this::receive);
    }
  }

  private void receive(long id, Message message) {
    ids.add(id);
    arrived.add(
        Sent.number(message) + " at " + message.dest() + " @" + scheduler.nowNanos() / MS + " ms");
  }

  @Test
  void messagesBetweenServersTakeTheirTime() {
    network.send(Sent.message("n0", "n1", 1));
    assertThat(arrived).isEmpty();
    scheduler.run();
    assertThat(arrived).containsExactly("1 at n1 @100 ms");
  }

  @Test
  void clientMessagesTakeNoTime() {
    network.send(Sent.message("c0", "n1", 1));
    network.send(Sent.message("n1", "c0", 2));
    assertThat(arrived).isEmpty();
    scheduler.run();
    assertThat(arrived).containsExactly("1 at n1 @0 ms", "2 at c0 @0 ms");
  }

  @Test
  void delaysMessageOfNodeToItself() {
    network.send(Sent.message("n0", "n0", 1));
    scheduler.run();
    assertThat(arrived).containsExactly("1 at n0 @100 ms");
  }

  @Test
  void messagesOfSameDelayKeepTheirOrder() {
    for (int i = 0; i < 5; i++) {
      network.send(Sent.message("n0", "n1", i));
    }
    scheduler.run();
    assertThat(arrived).extracting(each -> each.charAt(0)).containsExactly('0', '1', '2', '3', '4');
    assertThat(ids).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void messagesOfDifferentDelaysOvertakeEachOther() {
    List<Integer> order = new ArrayList<>();
    Network uneven = network(new Latency(Latency.Shape.UNIFORM, 100));
    uneven.connect("n1", (id, message) -> order.add(Sent.number(message)));
    for (int i = 0; i < 20; i++) {
      uneven.send(Sent.message("n0", "n1", i));
    }
    scheduler.run();
    assertThat(order).hasSize(20).isNotEqualTo(order.stream().sorted().toList());
  }

  @Test
  void dropsMessagesToAddressThatLeft() {
    network.send(Sent.message("n0", "n1", 1));
    network.disconnect("n1");
    scheduler.run();
    assertThat(arrived).isEmpty();
  }

  @Test
  void knowsPresentAndFormerAddresses() {
    assertThat(network.knows("n1")).isTrue();
    network.disconnect("n1");
    assertThat(network.knows("n1")).isTrue();
    assertThat(network.knows("n2")).isFalse();
    network.connect("n2", this::receive);
    assertThat(network.knows("n2")).isTrue();
  }

  @Test
  void messagesOfServicesTakeTheirTimeAndAreNeverLost() {
    network.connectService("seq-kv", this::receive);
    network.faults().set(Measure.LOSS, 1);
    network.send(Sent.message("n0", "seq-kv", 1));
    network.send(Sent.message("seq-kv", "n0", 2));
    network.send(Sent.message("n0", "n1", 3));
    scheduler.run();
    assertThat(arrived).containsExactly("1 at seq-kv @100 ms", "2 at n0 @100 ms");
  }

  @Test
  void knowsClientsFromNodes() {
    network.connect("c1", this::receive);
    network.disconnect("c1");
    assertThat(network.knowsClient("c0")).isTrue();
    assertThat(network.knowsClient("c1")).isTrue();
    assertThat(network.knowsClient("c2")).isFalse();
    assertThat(network.knowsClient("n0")).isFalse();
  }
}
