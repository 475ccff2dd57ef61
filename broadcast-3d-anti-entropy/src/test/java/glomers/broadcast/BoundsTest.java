package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.protocol.Codec;
import glomers.workbench.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However many values are broadcast, messages stay small. */
class BoundsTest {
  private static final int NODES = 3;
  private static final int BROADCAST_MILLIS = 10_000;

  /** The type of a message and the names of its fields. */
  private static final int BODY_CHARS = 60;

  /** Such as {@code {"origin":"n0-2925ae31","sequence":99000,"values":[]},}. */
  private static final int BATCH_CHARS = 60;

  /** Such as {@code 100000,}. */
  private static final int VALUE_CHARS = 7;

  /** Such as {@code "n0-2925ae31":100000,}. */
  private static final int DIGEST_ENTRY_CHARS = 21;

  /** How far a node may be behind another that it can reach: the limit of the challenge. */
  private static final int BEHIND_MILLIS_MAX = 150;

  private static final Duration SOON_AFTER_HEALING = Duration.ofSeconds(3);
  private static final Pattern BETWEEN_SERVERS =
      Pattern.compile("n\\d -[>x] n\\d  (\\{.*})  \\(sent");

  private final Scenario<?> scenario = Scenario.of(Server::new, NODES, Duration.ofMillis(100), 1);

  @ParameterizedTest
  @CsvSource({"n2, n0, n1, 10, false", "n0, n1, n2, 2, true"})
  void deliversAfterHealByMessagesOfBoundedSize(
      String isolated, String broadcaster, String other, int valuesPerMilli, boolean continues) {
    int count = BROADCAST_MILLIS * valuesPerMilli;
    scenario.isolate(isolated);
    for (int value = 0; value < count; value++) {
      scenario.send(broadcaster, new Broadcast(value));
      if (value % valuesPerMilli == valuesPerMilli - 1) {
        scenario.advance(Duration.ofMillis(1));
      }
    }
    assertThat(read(other).size()).isGreaterThan(count - BEHIND_MILLIS_MAX * valuesPerMilli);
    assertThat(read(isolated)).isEmpty();
    List<String> before = betweenServers();
    assertBounded(before);

    scenario.heal();
    Duration end = scenario.now().plus(SOON_AFTER_HEALING);
    for (int value = count; scenario.now().compareTo(end) < 0; value++) {
      if (continues) {
        scenario.send(broadcaster, new Broadcast(value));
      }
      scenario.advance(Duration.ofMillis(100));
    }
    Set<Integer> all = IntStream.range(0, count).boxed().collect(Collectors.toSet());
    for (int i = 0; i < NODES; i++) {
      assertThat(read("n" + i).containsAll(all)).as("n%d has all", i).isTrue();
    }
    List<String> after = betweenServers();
    assertBounded(after.subList(before.size(), after.size()));
  }

  @Test
  void sendsManyValuesInFewMessages() {
    IntStream.range(0, 2_500).forEach(value -> scenario.send("n0", new Broadcast(value)));
    scenario.advance(Duration.ofMillis(150));
    for (int i = 0; i < NODES; i++) {
      assertThat(read("n" + i).size()).isEqualTo(2_500);
    }
    assertThat(betweenServers()).hasSize(3 * (NODES - 1));
  }

  private Set<Integer> read(String node) {
    return scenario.call(node, new Read(), ReadOk.class).messages();
  }

  /** The bodies of all messages between servers so far, lost ones among them. */
  private List<String> betweenServers() {
    return BETWEEN_SERVERS.matcher(scenario.trace()).results().map(line -> line.group(1)).toList();
  }

  private static void assertBounded(List<String> bodies) {
    int digests = 0;
    for (String text : bodies) {
      JsonObject body = JsonParser.parseString(text).getAsJsonObject();
      if (body.has("version_vector")) {
        digests++;
        assertThat(text.length()).isLessThanOrEqualTo(BODY_CHARS + NODES * DIGEST_ENTRY_CHARS);
      } else {
        List<Batch> batches = Codec.body(body, Update.class).batches();
        assertThat(batches.stream().mapToInt(batch -> batch.values().size()).sum())
            .as("values in a message")
            .isBetween(1, UpdateLog.VALUES_MAX);
        assertThat(text.length())
            .isLessThanOrEqualTo(
                BODY_CHARS + NODES * BATCH_CHARS + UpdateLog.VALUES_MAX * VALUE_CHARS);
      }
    }
    assertThat(digests).as("digests").isPositive();
  }
}
