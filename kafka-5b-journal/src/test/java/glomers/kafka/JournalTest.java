package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How nodes agree by the journal, step by step. */
class JournalTest {
  private static final Duration LATENCY = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofSeconds(1);

  private final Scenario<Server> scenario = Scenario.of(Server::new, 2, LATENCY, 1);

  private long send(String node, long message) {
    return scenario.call(node, new Send("k", message), SendOk.class).offset();
  }

  private List<List<Long>> poll(String node) {
    return scenario
        .call(node, new Poll(Map.of("k", 0L)), PollOk.class)
        .msgs()
        .getOrDefault("k", List.of());
  }

  @Test
  @Tag("golden")
  void theSecondToWriteASlotTakesTheNext() {
    scenario.note("Two sends to the same log, at the same time: one gets the slot.");
    scenario.send("n0", new Send("k", 7));
    scenario.send("n1", new Send("k", 8));
    scenario.advance(Duration.ofMillis(80));
    assertThat(poll("n1")).containsExactly(List.of(0L, 7L), List.of(1L, 8L));
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/slots.txt"), scenario, JournalTest::label);
  }

  private static String label(JsonObject body) {
    String type = body.get("type").getAsString();
    String key = body.has("key") ? body.get("key").getAsString() : "";
    return switch (type) {
      case "cas" -> "cas " + key + " := " + messages(body.getAsJsonObject("to"));
      case "read" -> "read " + key;
      case "read_ok" -> messages(body.getAsJsonObject("value"));
      case "error" -> body.get("code").getAsInt() == 22 ? "taken" : "free";
      default -> BodyLabel.of(body);
    };
  }

  private static String messages(JsonObject batch) {
    StringBuilder messages = new StringBuilder();
    batch
        .getAsJsonArray("sends")
        .forEach(send -> messages.append(send.getAsJsonObject().get("msg")));
    return messages.toString();
  }

  @Test
  void bothNodesServeAllLogs() {
    assertThat(send("n0", 7)).isZero();
    assertThat(send("n1", 8)).isEqualTo(1);
    assertThat(send("n0", 9)).isEqualTo(2);
    scenario.advance(LONG);
    assertThat(poll("n0"))
        .isEqualTo(poll("n1"))
        .containsExactly(List.of(0L, 7L), List.of(1L, 8L), List.of(2L, 9L));
  }

  @Test
  void whatComesMeanwhileSharesABatch() {
    for (int message = 0; message < 10; message++) {
      scenario.send("n0", new Send("k", message));
    }
    scenario.advance(LONG);
    assertThat(poll("n0")).hasSize(10);
    assertThat(scenario.trace().lines().filter(line -> line.contains("\"cas\""))).hasSize(2);
  }

  @Test
  @DisplayName("a write without an answer is repeated, and takes effect once")
  void unansweredWriteTakesEffectOnce() {
    scenario.hold("lin-kv", "n0");
    scenario.send("n0", new Send("k", 7));
    scenario.advance(Duration.ofSeconds(4));
    scenario.partition(List.of("lin-kv"), List.of("n0"));
    scenario.advance(Duration.ofSeconds(4));
    scenario.heal();
    scenario.release("lin-kv", "n0");
    scenario.advance(Duration.ofSeconds(20));
    assertThat(poll("n0")).containsExactly(List.of(0L, 7L));
    assertThat(poll("n1")).containsExactly(List.of(0L, 7L));
  }

  @Test
  void killedNodeComesBackWithEverything() {
    for (int message = 0; message < 100; message++) {
      send("n0", message);
    }
    scenario.call("n0", new CommitOffsets(Map.of("k", 50L)), CommitOffsetsOk.class);
    scenario.crash("n0");
    scenario.restart("n0");
    scenario.advance(LONG);
    assertThat(poll("n0")).hasSize(100);
    assertThat(send("n0", 100)).isEqualTo(100);
    ListCommittedOffsets list = new ListCommittedOffsets(List.of("k"));
    assertThat(scenario.call("n0", list, ListCommittedOffsetsOk.class).offsets())
        .isEqualTo(Map.of("k", 50L));
  }

  @Test
  @DisplayName("without the store nothing is sent, and polls go on")
  void pollsNeedNoStore() {
    send("n0", 7);
    scenario.partition(List.of("n0"), List.of("lin-kv"));
    scenario.send("n0", new Send("k", 8));
    scenario.advance(Duration.ofSeconds(10));
    assertThat(poll("n0")).containsExactly(List.of(0L, 7L));
    scenario.heal();
    scenario.advance(Duration.ofSeconds(10));
    assertThat(poll("n0")).containsExactly(List.of(0L, 7L), List.of(1L, 8L));
  }
}
