package glomers.workbench.edn;

import java.util.LinkedHashMap;
import java.util.Map;

/** Prints values of EDN. */
public final class Edn {
  /** The width, in characters, that Maelstrom lays its results out for. */
  public static final int WIDTH = 70;

  private Edn() {}

  /** The value as which something is shown: itself, unless it has another form in EDN. */
  public static Object of(Object value) {
    return value instanceof EdnForm form ? form.toEdn() : value;
  }

  /** A map from keywords, in this order: the names of keywords, each before its value. */
  public static Map<Keyword, Object> map(Object... namesAndValues) {
    Map<Keyword, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(Keyword.of((String) namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }

  /**
   * A value on one line.
   *
   * @throws IllegalArgumentException if it is not, or holds what is not, a value of EDN, or has no
   *     form in it
   */
  public static String print(Object value) {
    return new Printer().print(value);
  }

  /**
   * A value laid out for reading, without a line break at its end. A collection that does not end
   * within the width has each of its entries on a line of its own, under the first.
   *
   * @param width in characters; what can't be broken, and closing brackets, may go beyond
   * @throws IllegalArgumentException if it is not, or holds what is not, a value of EDN
   */
  public static String pretty(Object value, int width) {
    return new Printer(width).print(value);
  }

  /**
   * The same value for a person to read: of long collections, at any depth, it has the first
   * entries and the count of the others, such as {@code … 87 more}. Maps from keywords are kept
   * whole. The result can be printed, but is no value of EDN.
   *
   * @param entriesMax how many entries are kept of a collection that has more
   */
  public static Object shortened(Object value, int entriesMax) {
    return new Shortening(entriesMax).of(value);
  }
}
