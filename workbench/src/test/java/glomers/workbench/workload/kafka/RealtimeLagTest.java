package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import org.junit.jupiter.api.Test;

class RealtimeLagTest {
  private final LogHistory history = new LogHistory();

  private String worstLag() {
    return Edn.print(Verdicts.on(history).result().details().get("worst-realtime-lag"));
  }

  @Test
  void isZeroWithoutPolls() {
    history.send(0, "k", 0, 1L);
    assertThat(worstLag()).isEqualTo("{:time 0.0, :lag 0.0}");
  }

  @Test
  void isZeroIfPollReturnsTheNewest() {
    history.send(0, "k", 5, 1L).assign(1, "k").poll(1, "k", 5, 1);
    assertThat(worstLag()).isEqualTo("{:time 0.004, :process 1, :key \"k\", :lag 0.0}");
  }

  @Test
  void countsFromWhenTheNextOffsetWasKnown() {
    history.assign(1, "k").send(0, "k", 5, 1L); // Known at 3 ms.
    history.history.at(20);
    history.poll(1, "k");
    assertThat(worstLag()).isEqualTo("{:time 0.02, :process 1, :key \"k\", :lag 0.017}");
  }

  @Test
  void countsFromFirstOffsetMissed() {
    history.assign(1, "k").send(0, "k", 5, 1L).send(0, "k", 1L << 53, 2L).send(0, "k", 9, 3L);
    history.poll(1, "k", 5, 1).poll(1, "k", 9, 3);
    history.history.at(100);
    history.poll(1, "k"); // Offset 2^53 was known at 5 ms.
    assertThat(worstLag()).isEqualTo("{:time 0.1, :process 1, :key \"k\", :lag 0.095}");
  }

  @Test
  void ignoresLogsThatAreNoLongerAssigned() {
    history.assign(1, "k").send(0, "k", 5, 1L).assign(1, "j");
    history.history.at(100);
    history.poll(1, "j");
    assertThat(worstLag()).endsWith(":lag 0.0}");
  }
}
