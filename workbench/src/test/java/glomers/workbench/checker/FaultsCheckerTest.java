package glomers.workbench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryBuilder;
import org.junit.jupiter.api.Test;

class FaultsCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private String faults() {
    Result result = new FaultsChecker().check(history.build());
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    return Edn.print(result.details().get("faults"));
  }

  /** What a nemesis writes at each step: what it has decided on, and what it has done. */
  private void step(long millis, String f, Object choice, Object done) {
    history.at(millis).nemesis(f, choice).nemesis(f, done);
  }

  @Test
  void listsFaultWithBeginningAndEnd() {
    history.invoke(0, "read", null).ok(0);
    step(1_500, "start-loss", "choice", 0.5);
    step(4_250, "stop-loss", null, Keyword.of("network-healed"));
    assertThat(faults()).isEqualTo("({:fault :loss, :from-s 1.5, :value 0.5, :to-s 4.25})");
  }

  @Test
  void theSameFaultMayComeAgain() {
    step(1_000, "start-loss", 0.1, 0.1);
    step(2_000, "stop-loss", null, null);
    step(3_000, "start-loss", 0.2, 0.2);
    step(4_000, "stop-loss", null, null);
    assertThat(faults())
        .isEqualTo(
            "({:fault :loss, :from-s 1.0, :value 0.1, :to-s 2.0}"
                + " {:fault :loss, :from-s 3.0, :value 0.2, :to-s 4.0})");
  }

  @Test
  void listsOverlappingFaultsByBeginning() {
    step(0, "start-one-way-partition", "one", "a");
    step(1_000, "start-kill", "one", "b");
    step(2_000, "stop-one-way-partition", null, null);
    step(3_000, "start-one-way-partition", "one", "c");
    step(4_000, "stop-kill", null, null);
    step(5_000, "stop-one-way-partition", null, null);
    assertThat(faults())
        .isEqualTo(
            "({:fault :one-way-partition, :from-s 0.0, :value \"a\", :to-s 2.0}"
                + " {:fault :kill, :from-s 1.0, :value \"b\", :to-s 4.0}"
                + " {:fault :one-way-partition, :from-s 3.0, :value \"c\", :to-s 5.0})");
  }

  @Test
  void activeFaultHasNoEnd() {
    step(1_000, "start-pause", "one", "x");
    assertThat(faults()).isEqualTo("({:fault :pause, :from-s 1.0, :value \"x\"})");
  }

  @Test
  void stoppingInactiveFaultIsNoFault() {
    step(1_000, "stop-pause", null, "stopped");
    history.nemesis("something-else", null).invoke(0, "start-loss", null).ok(0);
    assertThat(faults()).isEqualTo("()");
  }
}
