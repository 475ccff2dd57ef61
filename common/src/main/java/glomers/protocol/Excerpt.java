package glomers.protocol;

/** Excerpts of lines, for logs and error messages: a line may have megabytes. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * The text, or its beginning and its length if it is longer than the limit.
   *
   * @param charsMax the most characters of the text that are kept
   */
  public static String of(String text, int charsMax) {
    return text.length() <= charsMax
        ? text
        : text.substring(0, charsMax) + "… (" + text.length() + " characters)";
  }
}
