package glomers.protocol;

/**
 * Halves of surrogate pairs without their other half, on lines that are read. JSON can name them,
 * by an escape, though no character is meant; they are passed on as they came.
 */
final class Surrogates {
  /** How many characters an escape such as {@code \\ud83d} has. */
  private static final int ESCAPE_CHARS = 6;

  private static final String REPLACEMENT = "\\ufffd";

  private Surrogates() {}

  /**
   * The line with the replacement character instead of each escape of a lone half, at the same
   * columns; the line itself if there is none.
   */
  static String withoutLoneEscapes(String line) {
    StringBuilder replaced = null;
    for (int i = line.indexOf('\\'); i >= 0 && i < line.length(); i = line.indexOf('\\', i)) {
      int half = escaped(line, i);
      if (half < 0) {
        i += 2; // another escape, or none
      } else if (isHigh(half) && isLow(escaped(line, i + ESCAPE_CHARS))) {
        i += 2 * ESCAPE_CHARS;
      } else {
        if (isHigh(half) || isLow(half)) {
          replaced = replaced == null ? new StringBuilder(line) : replaced;
          replaced.replace(i, i + ESCAPE_CHARS, REPLACEMENT);
        }
        i += ESCAPE_CHARS;
      }
    }
    return replaced == null ? line : replaced.toString();
  }

  /** The character that is escaped by its number here; -1 if none is. */
  private static int escaped(String line, int at) {
    if (at + ESCAPE_CHARS > line.length() || !line.startsWith("\\u", at)) {
      return -1;
    }
    int value = 0;
    for (int i = at + 2; i < at + ESCAPE_CHARS; i++) {
      int digit = Character.digit(line.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = 16 * value + digit;
    }
    return value;
  }

  private static boolean isHigh(int value) {
    return value >= Character.MIN_HIGH_SURROGATE && value <= Character.MAX_HIGH_SURROGATE;
  }

  private static boolean isLow(int value) {
    return value >= Character.MIN_LOW_SURROGATE && value <= Character.MAX_LOW_SURROGATE;
  }
}
