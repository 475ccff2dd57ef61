package glomers.protocol.json;

/**
 * The characters that JSON escapes by a backslash and one more character, and that Gson writes in
 * this way. All other escapes are left to Gson.
 */
final class Escapes {
  private static final String CHARACTERS = "\"\\\n\r\t\b\f";
  private static final String LETTERS = "\"\\nrtbf";

  private Escapes() {}

  /** What stands behind the backslash for this character; 0 if it has no such escape. */
  static char letter(char character) {
    int i = CHARACTERS.indexOf(character);
    return i < 0 ? 0 : LETTERS.charAt(i);
  }

  /** Whether this is the second character of such an escape. */
  static boolean isLetter(char c) {
    return LETTERS.indexOf(c) >= 0;
  }

  /** The text of a string whose escapes are all such escapes. */
  static String unescape(String json) {
    StringBuilder text = new StringBuilder(json.length());
    int copied = 0;
    for (int i = json.indexOf('\\'); i >= 0; i = json.indexOf('\\', copied)) {
      text.append(json, copied, i);
      text.append(CHARACTERS.charAt(LETTERS.indexOf(json.charAt(i + 1))));
      copied = i + 2;
    }
    return text.append(json, copied, json.length()).toString();
  }
}
