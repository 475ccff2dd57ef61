package glomers.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.Message;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkStatsTest {
  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final NetworkStats stats = new NetworkStats();
  private final List<String> told = new ArrayList<>();
  private final NetworkListener log =
      new NetworkListener() {
        @Override
        public void sent(long id, Message message) {
          told.add("sent " + id);
        }

        @Override
        public void received(long id, Message message, long sentNanos) {
          told.add("received " + id);
        }
      };
  private final Network network =
      new Network(
          scheduler,
          new Latency(Latency.Shape.CONSTANT, 10),
          new RandomStreams(3),
          List.of(stats, log));

  private void send(String src, String dest) {
    network.connect(dest, (id, message) -> told.add("delivered " + id));
    network.send(Sent.message(src, dest, 0));
  }

  @Test
  void countsClientsAndServersApart() {
    send("c0", "n0");
    send("n0", "c0");
    send("n0", "n1");
    scheduler.run();
    assertThat(stats.clients().sent()).isEqualTo(2);
    assertThat(stats.clients().received()).isEqualTo(2);
    assertThat(stats.servers().sent()).isEqualTo(1);
    assertThat(stats.servers().received()).isEqualTo(1);
  }

  @Test
  void aLostMessageIsSentButNotReceived() {
    network.faults().partition("test", Map.of("n1", Set.of("n0")));
    send("n0", "n1");
    send("n0", "c7");
    network.disconnect("c7");
    scheduler.run();
    assertThat(stats.servers().sent()).isEqualTo(1);
    assertThat(stats.servers().received()).isZero();
    assertThat(stats.clients().sent()).isEqualTo(1);
    assertThat(stats.clients().received()).isZero();
  }

  @Test
  void countsMessageUnderWayAsSent() {
    send("n0", "n1");
    assertThat(stats.servers().sent()).isEqualTo(1);
    assertThat(stats.servers().received()).isZero();
  }

  @Test
  void listenersAreToldBeforeTheReceiver() {
    send("n0", "n1");
    scheduler.run();
    assertThat(told).containsExactly("sent 0", "received 0", "delivered 0");
  }
}
