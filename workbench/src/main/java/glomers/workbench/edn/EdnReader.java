package glomers.workbench.edn;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads what {@link Edn#print} writes. A number with a point is read exactly, as from JSON. */
public final class EdnReader {
  private static final int DEPTH_MAX = 500;
  private static final String BETWEEN = " ,\n\r\t";
  private static final String ENDS = BETWEEN + "()[]{}\"";

  private final String text;
  private int at;
  private int depth;

  private EdnReader(String text) {
    this.text = text;
  }

  /**
   * The one value of a text.
   *
   * @throws IllegalArgumentException if it is not one value of EDN; the message says where not
   */
  public static Object read(String text) {
    EdnReader reader = new EdnReader(text);
    Object value = reader.value();
    reader.skip();
    if (reader.at < text.length()) {
      throw reader.problem("the end");
    }
    return value;
  }

  private IllegalArgumentException problem(String expected) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new IllegalArgumentException(
        "expected " + expected + " at character " + (at + 1) + ", not " + found);
  }

  private void skip() {
    while (at < text.length() && BETWEEN.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Object value() {
    skip();
    if (at == text.length()) {
      throw problem("a value");
    }
    return switch (text.charAt(at)) {
      case '"' -> string();
      case '[' -> values(1, ']');
      case '(' -> new Seq(values(1, ')'));
      case '{' -> map();
      case '#' -> text.startsWith("#{", at) ? new LinkedHashSet<>(values(2, '}')) : scalar();
      default -> scalar();
    };
  }

  private List<Object> values(int opening, char close) {
    at += opening;
    if (++depth > DEPTH_MAX) {
      throw problem("no more than " + DEPTH_MAX + " collections in each other");
    }
    List<Object> values = new ArrayList<>();
    skip();
    while (at < text.length() && text.charAt(at) != close) {
      values.add(value());
      skip();
    }
    if (at == text.length()) {
      throw problem("'" + close + "'");
    }
    at++;
    depth--;
    return values;
  }

  private Map<Object, Object> map() {
    List<Object> entries = values(1, '}');
    if (entries.size() % 2 != 0) {
      throw problem("a value for each key before this");
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i += 2) {
      map.put(entries.get(i), entries.get(i + 1));
    }
    return map;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    if (at == text.length()) {
      throw problem("'\"'");
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    int known = "nrtbf\"\\".indexOf(c);
    if (known >= 0) {
      return "\n\r\t\b\f\"\\".charAt(known);
    }
    if (c == 'u' && at + 4 <= text.length()) {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    throw problem("n, r, t, b, f, u, a quote or a backslash after a backslash");
  }

  private Object scalar() {
    int from = at;
    while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    switch (word) {
      case "nil":
        return null;
      case "true":
        return true;
      case "false":
        return false;
      case "##NaN":
        return Double.NaN;
      case "##Inf":
        return Double.POSITIVE_INFINITY;
      case "##-Inf":
        return Double.NEGATIVE_INFINITY;
      default:
        if (word.length() > 1 && word.charAt(0) == ':') {
          return Keyword.of(word.substring(1));
        }
    }
    try {
      return number(word);
    } catch (NumberFormatException e) {
      at = from;
      throw problem("a value");
    }
  }

  private static Object number(String word) {
    if (!word.matches("-?[0-9]+")) {
      return new BigDecimal(word).stripTrailingZeros();
    }
    BigInteger value = new BigInteger(word);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }
}
