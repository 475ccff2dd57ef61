package glomers.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.protocol.Message;
import glomers.workbench.fault.Measure;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The faults of the network between servers and services. */
class ServiceFaultsTest {
  private static final int MESSAGES = 1_000;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final Network network =
      new Network(scheduler, Latency.NONE, new RandomStreams(1), List.of());
  private final List<Long> atService = new ArrayList<>();
  private final List<Long> atNode = new ArrayList<>();

  @BeforeEach
  void connect() {
    network.connectService("lin-kv", (id, message) -> atService.add(scheduler.nowNanos()));
    network.connect("n0", (id, message) -> atNode.add(scheduler.nowNanos()));
    network.connect("n1", (id, message) -> atNode.add(scheduler.nowNanos()));
  }

  private void send(String src, String dest) {
    for (int i = 0; i < MESSAGES; i++) {
      network.send(new Message(src, dest, new JsonObject()));
    }
    scheduler.run();
  }

  @Test
  void requestsAndRepliesAreLost() {
    network.faults().set(Measure.STORE_LOST, 0.5);
    send("n0", "lin-kv");
    send("lin-kv", "n0");
    assertThat(atService).hasSizeBetween(400, 600);
    assertThat(atNode).hasSizeBetween(400, 600);
  }

  @Test
  void messagesBetweenServersAreNot() {
    network.faults().set(Measure.STORE_LOST, 1);
    network.faults().set(Measure.STORE_SLOW, 1);
    send("n0", "n1");
    assertThat(atNode).hasSize(MESSAGES).containsOnly(0L);
  }

  @Test
  void slowStoreDelaysEachMessageDifferently() {
    network.faults().set(Measure.STORE_SLOW, 1);
    send("n0", "lin-kv");
    assertThat(atService).hasSize(MESSAGES).allMatch(time -> time <= 1_000_000);
    assertThat(atService.stream().mapToLong(time -> time).average().orElseThrow())
        .isBetween(450_000.0, 550_000.0);
  }

  @Test
  void endedFaultsChangeNothing() {
    network.faults().set(Measure.STORE_LOST, 0);
    network.faults().set(Measure.STORE_SLOW, 0);
    send("n0", "lin-kv");
    assertThat(atService).hasSize(MESSAGES).containsOnly(0L);
  }
}
