package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import glomers.protocol.Codec;
import glomers.protocol.Message;
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

/** How nodes tell each other of messages, step by step. */
class ReplicationTest {
  private static final Duration LATENCY = Duration.ofMillis(30);
  private static final Duration TICK = Duration.ofMillis(100);

  private static Scenario<Server> scenario(int nodes) {
    return Scenario.of(Server::new, nodes, LATENCY, 1);
  }

  private static long send(Scenario<Server> scenario, String node, long message) {
    return scenario.call(node, new Send("k", message), SendOk.class).offset();
  }

  private static List<List<Long>> poll(Scenario<Server> scenario, String node) {
    return scenario
        .call(node, new Poll(Map.of("k", 0L)), PollOk.class)
        .msgs()
        .getOrDefault("k", List.of());
  }

  private static Map<String, Long> committed(Scenario<Server> scenario, String node) {
    return scenario
        .call(node, new ListCommittedOffsets(List.of("k")), ListCommittedOffsetsOk.class)
        .offsets();
  }

  @Test
  @Tag("golden")
  void showsWhatBothHave() {
    Scenario<Server> pair = scenario(2);
    pair.note("Two sends to the same log, at the same time.");
    assertThat(send(pair, "n0", 7)).isZero();
    assertThat(send(pair, "n1", 8)).isEqualTo(1);
    pair.advance(TICK.plus(LATENCY));
    pair.note("Each has the other's message, but knows not that the other has its own.");
    assertThat(poll(pair, "n0")).isEmpty();
    pair.advance(TICK);
    assertThat(poll(pair, "n0")).containsExactly(List.of(0L, 7L), List.of(1L, 8L));
    pair.advance(TICK.multipliedBy(3));
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/round.txt"), pair, ReplicationTest::label);
  }

  @Test
  @DisplayName("a batch with an offset that none can follow is refused")
  void refusesForgedOffsets() {
    Message forged =
        Codec.decodeBody(
            """
            {"type": "changes", "first": 0, "received": 0, "items": [{"entries":
              [{"key": "k", "offset": 9223372036854775807, "msg": 1}], "commits": {}, "seen": {}}]}
            """);
    assertThatThrownBy(() -> Codec.body(forged, Changes.class))
        .hasMessageContaining("offset must be from 0 to 2^62");
  }

  private static String label(JsonObject body) {
    if (!body.has("items")) {
      return BodyLabel.of(body);
    }
    StringBuilder label = new StringBuilder();
    for (JsonElement batch : body.getAsJsonArray("items")) {
      JsonObject object = batch.getAsJsonObject();
      JsonArray entries = object.getAsJsonArray("entries");
      entries.forEach(entry -> label.append(text(entry.getAsJsonObject())));
      object.getAsJsonObject("seen").keySet().forEach(node -> label.append("seen "));
    }
    return label.append("ack ").append(body.get("received").getAsLong()).toString();
  }

  private static String text(JsonObject entry) {
    return entry.get("offset") + ":" + entry.get("msg") + " ";
  }

  @Test
  void aNodeWithNothingToTellIsSilent() {
    Scenario<Server> three = scenario(3);
    send(three, "n0", 7);
    three.advance(Duration.ofSeconds(1));
    String before = three.trace();
    three.advance(Duration.ofSeconds(10));
    assertThat(three.trace()).isEqualTo(before + "> advance 10000 ms\n");
  }

  @Test
  void cutOffNodeTakesMessagesAndShowsThemLater() {
    Scenario<Server> three = scenario(3);
    three.isolate("n2");
    assertThat(send(three, "n2", 7)).isEqualTo(2);
    assertThat(send(three, "n0", 8)).isZero();
    three.advance(Duration.ofSeconds(10));
    for (String node : List.of("n0", "n1", "n2")) {
      assertThat(poll(three, node)).as("n2 may still give a lower offset").isEmpty();
    }
    three.heal();
    three.advance(Duration.ofSeconds(1));
    for (String node : List.of("n0", "n1", "n2")) {
      assertThat(poll(three, node)).containsExactly(List.of(0L, 8L), List.of(2L, 7L));
    }
  }

  @Test
  @DisplayName("a message that comes late does not come to be below one that was shown")
  void lateBatchHoldsBackTheWatermark() {
    Scenario<Server> three = scenario(3);
    three.hold("n1", "n0");
    assertThat(send(three, "n1", 7)).isEqualTo(1);
    assertThat(send(three, "n2", 8)).isEqualTo(2);
    three.advance(Duration.ofSeconds(2));
    assertThat(poll(three, "n0")).isEmpty();
    three.release("n1", "n0");
    three.advance(Duration.ofSeconds(1));
    assertThat(poll(three, "n0")).containsExactly(List.of(1L, 7L), List.of(2L, 8L));
  }

  @Test
  void catchesUpAfterLongPartitions() {
    Scenario<Server> pair = scenario(2);
    pair.isolate("n1");
    for (int i = 0; i < 300; i++) {
      send(pair, "n0", i);
      pair.advance(TICK);
    }
    pair.heal();
    pair.advance(Duration.ofSeconds(2));
    assertThat(poll(pair, "n1")).hasSize(300);
    assertThat(poll(pair, "n0")).hasSize(300);
  }

  @Test
  void committedOffsetsReachAllAndNeverFall() {
    Scenario<Server> three = scenario(3);
    three.isolate("n0");
    three.call("n0", new CommitOffsets(Map.of("k", 7L)), CommitOffsetsOk.class);
    three.call("n1", new CommitOffsets(Map.of("k", 9L)), CommitOffsetsOk.class);
    assertThat(committed(three, "n0")).isEqualTo(Map.of("k", 7L));
    three.heal();
    three.advance(Duration.ofSeconds(1));
    for (String node : List.of("n0", "n1", "n2")) {
      assertThat(committed(three, node)).isEqualTo(Map.of("k", 9L));
    }
  }
}
