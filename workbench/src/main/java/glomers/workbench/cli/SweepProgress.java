package glomers.workbench.cli;

import glomers.workbench.checker.Sentences;
import java.io.PrintWriter;

/** Shows how far a sweep is: as a living line on a terminal, as a line now and then elsewhere. */
final class SweepProgress {
  private final long all;
  private final PrintWriter console;
  private final boolean terminal;
  private long nextNanos = CalmPace.pauseNanos(0);

  SweepProgress(long all, PrintWriter console, boolean terminal) {
    this.all = all;
    this.console = console;
    this.terminal = terminal;
  }

  /** Shows it, or does not yet. */
  void show(long done, long failed, long elapsedNanos) {
    String line = line(done, all, failed, elapsedNanos);
    if (terminal) {
      console.print("\r\u001b[K" + line);
    } else if (elapsedNanos >= nextNanos) {
      nextNanos = elapsedNanos + CalmPace.pauseNanos(elapsedNanos);
      console.println(line);
    }
    console.flush();
  }

  void end() {
    if (terminal) {
      console.print("\r\u001b[K");
      console.flush();
    }
  }

  /** Such as {@code 120 of 1,000 seeds, 3 failed · 0:12 · about 1:28 left}. */
  static String line(long done, long all, long failed, long elapsedNanos) {
    String left =
        done == 0
            ? ""
            : " · about " + time((long) ((double) elapsedNanos / done * (all - done))) + " left";
    return Sentences.format(
        "%,d of %,d seeds, %,d failed · %s%s", done, all, failed, time(elapsedNanos), left);
  }

  private static String time(long nanos) {
    long seconds = Math.round(nanos / 1e9);
    return seconds < 3_600
        ? Sentences.format("%d:%02d", seconds / 60, seconds % 60)
        : Sentences.format("%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
