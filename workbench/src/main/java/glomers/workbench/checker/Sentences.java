package glomers.workbench.checker;

import glomers.workbench.history.Op;
import java.util.Locale;

/** Parts of findings' sentences. */
public final class Sentences {
  private Sentences() {}

  /** Formats independently of where the program runs. */
  public static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }

  /** Where and when an entry was made, such as {@code n0 at 1.204 s}. */
  public static String at(Op op) {
    return op.node() + " at " + seconds(op);
  }

  /** When an entry was made, such as {@code 1.204 s}. */
  public static String seconds(Op op) {
    return format("%.3f s", op.timeNanos() / 1e9);
  }
}
