package glomers.protocol.json;

/** Converts Java names to names on the wire. */
public final class WireNames {
  private WireNames() {}

  /** Camel case to snake case: {@code BroadcastOk} to {@code broadcast_ok}. */
  public static String snakeCase(String camelCase) {
    StringBuilder snake = new StringBuilder(camelCase.length() + 4);
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && startsWord(camelCase, i)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }

  /** Whether the capital at {@code i} starts a word: in {@code HTTPServer}, the H and the S do. */
  private static boolean startsWord(String name, int i) {
    boolean afterCapital = Character.isUpperCase(name.charAt(i - 1));
    boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return !afterCapital || beforeSmall;
  }
}
