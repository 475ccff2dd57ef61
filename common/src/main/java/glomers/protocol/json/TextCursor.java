package glomers.protocol.json;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads JSON of the usual form from a text, value by value. It copies nothing but the strings that
 * are asked for. Rare escapes, and all of them in names, very long numbers, deep nesting and all
 * that is malformed are unusual: it gives up on them, and stays at the end of the text from then
 * on. What it returns afterwards has no meaning; {@link #reading} tells whether it has given up.
 */
public final class TextCursor {
  /** Deeper nesting is unusual. */
  static final int DEPTH_MAX = 50;

  private static final int LONG_DIGITS_MAX = 18;
  private static final int NUMBER_CHARS_MAX = 300;

  private final String text;
  private final int end;
  private int at;
  private int nameStart;
  private int nameEnd;
  private boolean escaped;
  private boolean compact = true;
  private boolean failed;

  /** Whether names of members are compared, and whether an object was seen to have one twice. */
  private boolean comparing;

  private boolean repeated;

  /**
   * A cursor on a text.
   *
   * @param start where it begins to read
   */
  public TextCursor(String text, int start) {
    this.text = text;
    this.end = text.length(); // asked for at each character
    this.at = start;
  }

  /** Where it is in the text. */
  public int at() {
    return at;
  }

  /** Gives up: the text is unusual. */
  public void fail() {
    failed = true;
    at = end;
  }

  boolean failed() {
    return failed;
  }

  /** The outcome, if this is the value that was read. */
  public <T> Reading<T> reading(T value) {
    return failed ? new Reading.Unusual<>() : new Reading.Usual<>(value);
  }

  /** Whether no white space was seen so far. */
  public boolean compact() {
    return compact;
  }

  /** The next character that is no white space; 0 at the end. Does not go past it. */
  char peek() {
    while (at < end) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c;
      }
      compact = false;
      at++;
    }
    return 0;
  }

  /** Takes this character, if it is the next one that is no white space. */
  public boolean takeIf(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** Takes this character. */
  public void take(char wanted) {
    if (!takeIf(wanted)) {
      fail();
    }
  }

  /** Takes what follows a member or an element: a comma, then true, or this bracket, then false. */
  public boolean more(char closing) {
    if (takeIf(',')) {
      return true;
    }
    take(closing);
    return false;
  }

  /** Makes sure that there is nothing more. */
  public void takeEnd() {
    if (peek() != 0 || at < end) {
      fail();
    }
  }

  /** Takes a member's name and the colon; see {@link #nameIs}. */
  public void takeName() {
    skipString();
    if (escaped) {
      fail();
    }
    nameEnd = at - 1;
    take(':');
  }

  /** Whether this is the name that was taken last. */
  public boolean nameIs(String name) {
    int length = name.length();
    return nameEnd - nameStart == length && text.regionMatches(nameStart, name, 0, length);
  }

  String name() {
    return failed ? "" : text.substring(nameStart, nameEnd);
  }

  /** Takes a string. */
  public String string() {
    int start = skipString();
    if (failed) {
      return "";
    }
    String json = text.substring(start, at - 1);
    return escaped ? Escapes.unescape(json) : json;
  }

  /** Skips a string and returns where it begins, behind the quote. */
  private int skipString() {
    take('"');
    int start = at;
    nameStart = start;
    escaped = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        at = i + 1;
        return start;
      }
      if (c == '\\' && i + 1 < end && Escapes.isLetter(text.charAt(i + 1))) {
        escaped = true;
        i++;
      } else if (!isPlain(c)) {
        break;
      }
    }
    fail();
    return start;
  }

  /** Whether a character stands for itself in a string, when it is read and when it is written. */
  static boolean isPlain(char c) {
    return c >= ' '
        && c != '"'
        && c != '\\'
        && c != '\u2028'
        && c != '\u2029'
        && !Character.isSurrogate(c); // whether each has its other half is for Gson to see
  }

  boolean bool() {
    boolean value = peek() == 't';
    takeWord(value ? "true" : "false");
    return value;
  }

  void takeWord(String word) {
    peek();
    if (text.startsWith(word, at)) {
      at += word.length();
    } else {
      fail();
    }
  }

  /** Takes a whole number of at most 18 digits. */
  public long integer() {
    boolean negative = takeIf('-');
    int start = at;
    long value = takeDigits();
    if (!isInteger(start)) {
      fail();
    }
    return negative ? -value : value;
  }

  /** Takes digits, if there are any: their value, if they are no more than a long holds. */
  private long takeDigits() {
    long value = 0;
    for (char c = here(); c >= '0' && c <= '9'; c = here()) {
      value = 10 * value + (c - '0');
      at++;
    }
    return value;
  }

  /**
   * Whether the digits that were taken are a whole number, neither too long nor part of another.
   */
  private boolean isInteger(int start) {
    int digits = at - start;
    char next = here();
    return digits > 0
        && digits <= LONG_DIGITS_MAX
        && (digits == 1 || text.charAt(start) != '0')
        && next != '.'
        && next != 'e'
        && next != 'E';
  }

  /** Takes an object, as a tree. */
  public JsonObject object() {
    return JsonTrees.object(this);
  }

  /** A number of any kind, as it is written. */
  String number() {
    peek();
    int start = at;
    skipNumber();
    return text.substring(start, at);
  }

  /** A number of any kind: a Long if that is written with the same digits, else its text. */
  Number numeral() {
    peek();
    int start = at;
    boolean negative = takeIf('-');
    long value = takeDigits();
    boolean minusZero = negative && value == 0; // which no Long is
    if (!minusZero && at - start <= LONG_DIGITS_MAX && isInteger(negative ? start + 1 : start)) {
      return negative ? -value : value;
    }
    at = start;
    skipNumber();
    return failed ? 0 : new NumberText(text.substring(start, at));
  }

  private void skipNumber() {
    int start = at;
    if (here() == '-') {
      at++;
    }
    if (here() == '0') {
      at++;
    } else {
      skipDigits();
    }
    if (here() == '.') {
      at++;
      skipDigits();
    }
    if (here() == 'e' || here() == 'E') {
      at++;
      if (here() == '+' || here() == '-') {
        at++;
      }
      skipDigits();
    }
    if (at - start > NUMBER_CHARS_MAX) {
      fail();
    }
  }

  private void skipDigits() {
    int start = at;
    while (here() >= '0' && here() <= '9') {
      at++;
    }
    if (at == start) {
      fail();
    }
  }

  private char here() {
    return at < end ? text.charAt(at) : 0;
  }

  /** Skips a value of any kind, and makes sure that it is well-formed. */
  public void skipValue() {
    skipValue(0);
  }

  /** Takes a value of any kind: the text that is written for it, mostly that which is read. */
  String written() {
    boolean compactBefore = compact;
    compact = true;
    comparing = true;
    repeated = false;
    peek();
    int start = at;
    skipValue();
    comparing = false;
    boolean same = compact && !repeated;
    compact &= compactBefore;
    if (failed || same) {
      return failed ? "" : text.substring(start, at);
    }
    return JsonText.of(JsonTrees.ADAPTER.read(new TextCursor(text, start))).text();
  }

  private void skipValue(int depth) {
    if (depth > DEPTH_MAX) {
      fail();
      return;
    }
    switch (peek()) {
      case '"' -> skipString();
      case '{' -> {
        at++;
        if (!takeIf('}')) {
          Set<String> names = comparing ? new HashSet<>() : null;
          do {
            takeName();
            repeated |= names != null && !names.add(name());
            skipValue(depth + 1);
          } while (more('}'));
        }
      }
      case '[' -> {
        at++;
        if (!takeIf(']')) {
          do {
            skipValue(depth + 1);
          } while (more(']'));
        }
      }
      case 't', 'f' -> bool();
      case 'n' -> takeWord("null");
      default -> skipNumber();
    }
  }
}
