package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SweepProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter out = new StringWriter();

  @Test
  void tellsSeedsFailuresAndTimeLeft() {
    assertThat(SweepProgress.line(120, 1_000, 3, 12 * SECOND))
        .isEqualTo("120 of 1,000 seeds, 3 failed · 0:12 · about 1:28 left");
    assertThat(SweepProgress.line(0, 5, 0, 0)).isEqualTo("0 of 5 seeds, 0 failed · 0:00");
    assertThat(SweepProgress.line(1, 3, 0, 3_700 * SECOND))
        .endsWith("· 1:01:40 · about 2:03:20 left");
  }

  @Test
  void livesInOneLineOfTerminal() {
    SweepProgress progress = new SweepProgress(10, new PrintWriter(out), true);
    progress.show(1, 0, SECOND / 5);
    progress.show(2, 0, 2 * SECOND / 5);
    progress.end();
    assertThat(out.toString())
        .doesNotContain("\n")
        .contains("\r\u001b[K1 of 10", "\r\u001b[K2 of 10")
        .endsWith("\r\u001b[K");
  }

  @Test
  void elsewhereLinesGetRarer() {
    SweepProgress progress = new SweepProgress(10_000, new PrintWriter(out), false);
    for (int second = 1; second <= 600; second++) {
      progress.show(second, 0, second * SECOND);
    }
    progress.end();
    assertThat(out.toString().lines()).hasSizeBetween(15, 25);
    assertThat(out.toString()).startsWith("5 of 10,000 seeds").doesNotContain("\u001b");
  }
}
