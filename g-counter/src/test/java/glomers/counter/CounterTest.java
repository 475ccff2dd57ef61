package glomers.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The counter step by step. */
class CounterTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  /** A period, and a call to write and one to read, each with the latency both ways. */
  private static final Duration ROUND = Duration.ofMillis(3_400);

  private final Scenario<Server> scenario = Scenario.of(Server::new, 3, LATENCY, 1);

  private void add(String node, int delta) {
    scenario.call(node, new Add(delta), AddOk.class);
  }

  private long read(String node) {
    return scenario.call(node, new Read(), ReadOk.class).value();
  }

  @Test
  void answersAtOnceFromMemory() {
    add("n0", 5);
    add("n0", 2);
    assertThat(read("n0")).isEqualTo(7);
    assertThat(scenario.now()).isZero();
  }

  @Test
  void allLearnAnAddWithinThreeRounds() {
    scenario.advance(ROUND);
    for (int i = 0; i < 30; i++) {
      add("n" + i % 3, i);
      scenario.advance(ROUND.multipliedBy(3));
      assertThat(List.of(read("n0"), read("n1"), read("n2"))).containsOnly(i * (i + 1) / 2L);
    }
  }

  @Test
  void needsNoNetworkBetweenTheNodes() {
    List.of("n0", "n1", "n2").forEach(scenario::isolate);
    add("n0", 5);
    scenario.advance(ROUND.multipliedBy(3));
    assertThat(List.of(read("n0"), read("n1"), read("n2"))).containsOnly(5L);
  }

  @Test
  void aNodeWithoutTheStoreStaysAvailable() {
    scenario.partition(List.of("n0"), List.of("seq-kv"));
    add("n0", 5);
    scenario.advance(Duration.ofSeconds(30));
    assertThat(read("n0")).isEqualTo(5);
    assertThat(read("n1")).isZero();
    scenario.heal();
    scenario.advance(ROUND.multipliedBy(3));
    assertThat(List.of(read("n0"), read("n1"), read("n2"))).containsOnly(5L);
  }

  @Test
  void aPausedNodeCatchesUp() {
    add("n0", 1);
    scenario.pause("n0");
    add("n1", 5);
    scenario.advance(Duration.ofSeconds(30));
    scenario.resume("n0");
    scenario.advance(ROUND.multipliedBy(3));
    assertThat(List.of(read("n0"), read("n1"), read("n2"))).containsOnly(6L);
  }

  @Test
  void whatIsWrittenSurvivesAKill() {
    add("n0", 5);
    scenario.advance(ROUND.multipliedBy(2));
    scenario.crash("n0");
    scenario.restart("n0");
    add("n0", 2);
    scenario.advance(ROUND.multipliedBy(3));
    assertThat(List.of(read("n0"), read("n1"), read("n2"))).containsOnly(7L);
  }

  @Test
  void whatIsNotYetWrittenIsLostInAKill() {
    scenario.advance(ROUND);
    add("n0", 5);
    scenario.crash("n0");
    scenario.restart("n0");
    add("n0", 2);
    scenario.advance(ROUND.multipliedBy(3));
    assertThat(List.of(read("n0"), read("n1"), read("n2"))).containsOnly(2L);
  }

  @Test
  void anOldWriteThatArrivesLateDoesNotLast() {
    add("n0", 5);
    scenario.hold("n0", "seq-kv");
    scenario.advance(ROUND.multipliedBy(2));
    scenario.crash("n0");
    scenario.restart("n0");
    scenario.advance(ROUND.multipliedBy(2));
    scenario.release("n0", "seq-kv");
    scenario.advance(ROUND.multipliedBy(3));
    assertThat(List.of(read("n1"), read("n2"))).containsOnly(read("n0"));
  }

  @Test
  @Tag("golden")
  void writesThenReadsOncePerPeriod() {
    Scenario<Server> pair = Scenario.of(Server::new, 2, LATENCY, 1);
    pair.call("n0", new Add(5), AddOk.class);
    pair.note("Each node looks for a total of its own, and begins its first round.");
    pair.advance(Duration.ofSeconds(4));
    pair.note("n0 adds 2: in the next round it writes 7, and n1 reads that.");
    pair.call("n0", new Add(2), AddOk.class);
    pair.advance(ROUND);
    assertThat(pair.call("n1", new Read(), ReadOk.class).value()).isEqualTo(7);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/round.txt"), pair, CounterTest::label);
  }

  private static String label(JsonObject body) {
    if (!body.has("value") || !body.get("value").isJsonObject()) {
      return body.has("code") ? "no such key" : BodyLabel.of(body);
    }
    String total = body.getAsJsonObject("value").get("total") + ", #";
    return body.has("key") ? "write " + body.get("key").getAsString() + " := " + total : total;
  }
}
