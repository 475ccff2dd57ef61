package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.fault.Measure;
import glomers.workbench.network.Latency;
import glomers.workbench.network.Network;
import glomers.workbench.network.NetworkStats;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Services on the network. */
class ServiceHostTest {
  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final NetworkStats stats = new NetworkStats();
  private final ListLog log = new ListLog();
  private final List<String> received = new ArrayList<>();
  private final Network network =
      new Network(
          scheduler,
          new Latency(Latency.Shape.CONSTANT, 100),
          new RandomStreams(1),
          List.of(stats));

  ServiceHostTest() {
    World world = new World(scheduler, null, new RandomStreams(1), List.of(), log);
    List.of("lin-kv", "lin-tso", "lww-kv", "seq-kv")
        .forEach(name -> ServiceHost.start(name, network, world));
    network.connect(
        "n0",
        (id, message) ->
            received.add(
                scheduler.nowNanos() / 1_000_000 + " ms " + message.src() + " " + message.body()));
  }

  private void ask(String service, String body) {
    network.send(new Message("n0", service, JsonParser.parseString(body).getAsJsonObject()));
  }

  @Test
  void aCallTakesTheLatencyBothWays() {
    ask("lin-tso", "{\"type\":\"ts\",\"msg_id\":7}");
    scheduler.run();
    assertThat(received)
        .containsExactly("200 ms lin-tso {\"type\":\"ts_ok\",\"ts\":0,\"in_reply_to\":7}");
  }

  @Test
  void itsMessagesCountAsServers() {
    ask("lww-kv", "{\"type\":\"write\",\"msg_id\":1,\"key\":1,\"value\":2}");
    scheduler.run();
    assertThat(stats.servers().sent()).isEqualTo(2);
    assertThat(stats.clients().sent()).isZero();
  }

  @Test
  void faultsNeverTouchIt() {
    network.faults().partition("test", Map.of("n0", Set.of("n1"), "n1", Set.of("n0")));
    network.faults().set(Measure.LOSS, 1);
    network.faults().set(Measure.DUPLICATE, 1);
    network.faults().set(Measure.SLOW, 10);
    ask("seq-kv", "{\"type\":\"write\",\"msg_id\":1,\"key\":1,\"value\":2}");
    scheduler.run();
    assertThat(received).containsExactly("200 ms seq-kv {\"type\":\"write_ok\",\"in_reply_to\":1}");
  }

  @Test
  void anErrorIsAReply() {
    ask("lin-kv", "{\"type\":\"read\",\"msg_id\":1,\"key\":1}");
    scheduler.run();
    assertThat(received.get(0)).endsWith("\"text\":\"key does not exist\",\"in_reply_to\":1}");
  }

  @Test
  void repliesEvenWithoutAMessageNumber() {
    ask("lin-tso", "{\"type\":\"ts\"}");
    scheduler.run();
    assertThat(received.get(0)).endsWith("{\"type\":\"ts_ok\",\"ts\":0,\"in_reply_to\":null}");
  }

  @Test
  void logsWhatItDoesNotAnswer() {
    for (int i = 0; i < 100; i++) {
      ask("lin-tso", "{\"type\":\"read\",\"msg_id\":" + i + ",\"key\":1}");
    }
    scheduler.run();
    assertThat(received).isEmpty();
    assertThat(log.lines).hasSize(20);
    assertThat(log.lines.get(0))
        .startsWith("lin-tso does not answer")
        .endsWith("it has no requests of type \"read\"");
  }
}
