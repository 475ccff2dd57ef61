package glomers.counter;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
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
  void theWorkbenchCatchesIt() {
    int invalid = 0;
    for (int seed = 0; seed < 20; seed++) {
      invalid +=
          Simulation.of(Server::new)
                  .workload("g-counter")
                  .nodes(3)
                  .rate(100)
                  .timeLimit(Duration.ofSeconds(20))
                  .seed(seed)
                  .run()
                  .isValid()
              ? 0
              : 1;
    }
    assertThat(invalid).isGreaterThan(10);
  }
}
