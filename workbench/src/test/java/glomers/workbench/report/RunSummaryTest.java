package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A run whose workbench was killed did not write down that it has ended. */
class RunSummaryTest {
  private static final long PID = ProcessHandle.current().pid();

  @Test
  void runsWhileItsProcessLives() {
    RunSummary running = Summaries.running(PID, Instant.now());
    assertThat(running.seenNow()).isEqualTo(running);
  }

  @Test
  void isInterruptedWhenItsProcessIsGone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    RunSummary seen = Summaries.running(process.pid(), Instant.now()).seenNow();
    assertThat(seen.verdict()).isEqualTo(RunSummary.INTERRUPTED);
    assertThat(seen.note()).isEqualTo("The workbench was killed.");
  }

  @Test
  void isInterruptedWhenAnotherProcessHasItsNumber() {
    RunSummary old = Summaries.running(PID, Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(old.seenNow().verdict()).isEqualTo(RunSummary.INTERRUPTED);
  }

  @Test
  void otherVerdictsStay() {
    RunSummary valid = Summaries.of("echo", "2026-03-01T12:00:00Z", "valid");
    assertThat(valid.seenNow()).isSameAs(valid);
  }
}
