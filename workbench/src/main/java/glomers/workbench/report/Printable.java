package glomers.workbench.report;

/**
 * Text that a terminal shows as it is. What a program prints is quoted in what people read: escape
 * sequences in it must not reach their terminal, where they could hide lines, or worse.
 */
public final class Printable {
  private Printable() {}

  /**
   * The text with control characters, and those that turn the direction of writing, written as
   * escapes: a backslash, a u and four hexadecimal digits. Line breaks and tabs stay.
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHarmful(text.charAt(i))) {
        return escaped(text, i);
      }
    }
    return text;
  }

  private static String escaped(String text, int first) {
    StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHarmful(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHarmful(char c) {
    boolean turnsDirection = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    return turnsDirection || (Character.isISOControl(c) && c != '\n' && c != '\t');
  }
}
