package glomers.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is wrong with one key and a compare-and-set loop. */
class CounterTest {
  @Test
  void aReaderMayNeverSeeAnAdd() {
    int stale = 0;
    for (int seed = 0; seed < 100; seed++) {
      Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), seed);
      for (int i = 0; i < 20; i++) {
        scenario.call("n0", new Add(1), AddOk.class);
      }
      scenario.advance(Duration.ofHours(1));
      stale += scenario.call("n1", new Read(), ReadOk.class).value() == 20 ? 0 : 1;
    }
    assertThat(stale).as("seeds in which n1 reads an old value after an hour").isGreaterThan(80);
  }

  @Test
  @Tag("golden")
  void readsWhatItWroteItselfAndNothingNewer() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 2);
    scenario.call("n1", new Add(2), AddOk.class);
    scenario.note("n1 knows the counter as it was when n1 changed it. Now n0 adds 3.");
    scenario.call("n0", new Add(3), AddOk.class);
    scenario.advance(Duration.ofMillis(50));
    assertThat(scenario.call("n1", new Read(), ReadOk.class).value()).isEqualTo(2);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/stale.txt"), scenario, CounterTest::label);
  }

  private static String label(JsonObject body) {
    if (body.has("code")) {
      return "no such key";
    }
    return body.has("from") || body.has("to")
        ? "cas " + body.get("from").toString().replace("null", "none") + " → " + body.get("to")
        : BodyLabel.of(body);
  }

  @Test
  void theWorkbenchCatchesIt() {
    int invalid = 0;
    for (int seed = 0; seed < 20; seed++) {
      invalid +=
          Simulation.of(Server::new)
                  .workload("g-counter")
                  .nodes(3)
                  .rate(100)
                  .timeLimit(Duration.ofSeconds(20))
                  .noSwarm()
                  .seed(seed)
                  .run()
                  .isValid()
              ? 0
              : 1;
    }
    assertThat(invalid).isGreaterThan(10);
  }
}
