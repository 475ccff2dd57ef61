package glomers.workbench.checker;

import java.util.Locale;

/** A number with the noun that it counts, such as "1 operation" or "2,000 operations". */
public final class Counted {
  private Counted() {}

  /**
   * A number and its noun.
   *
   * @param noun in the singular; its plural ends in s
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
