package glomers.workbench.checker;

import java.util.Locale;

/** Formats parts of sentences, independently of where the program runs. */
public final class Sentences {
  private Sentences() {}

  /** As {@link String#format(String, Object...)}. */
  public static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }

  /**
   * A number with the noun that it counts, such as "1 operation" or "2,000 operations".
   *
   * @param noun in the singular; its plural ends in s
   */
  public static String count(long number, String noun) {
    return format("%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
