package glomers.workbench.workload;

import java.util.List;
import java.util.Optional;

/**
 * Finds out whether Clojure, in which Maelstrom is written, could find the least and the greatest
 * of some ids: it compares each with the least and the greatest so far. It can compare numbers with
 * numbers, strings with strings, booleans with booleans, and arrays with arrays, by length first
 * and then element by element; null comes before all else. It can't compare an object with anything
 * but itself, nor values of two types.
 */
final class Comparability {
  /** Two values can't be compared; the message says of which types they are. */
  private static final class Clash extends Exception {
    private static final long serialVersionUID = 1;

    Clash(String types) {
      super(types, null, false, false);
    }
  }

  private Comparability() {}

  /**
   * What keeps these ids, in the order in which they came, from being compared; empty if nothing.
   */
  static Optional<String> objection(List<?> ids) {
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Object lowest = ids.get(0);
    Object highest = lowest;
    try {
      for (Object id : ids) {
        if (compare(id, lowest) < 0) {
          lowest = id;
        } else if (compare(highest, id) < 0) {
          highest = id;
        }
      }
      return Optional.empty();
    } catch (Clash clash) {
      return Optional.of(clash.getMessage());
    }
  }

  private static int compare(Object a, Object b) throws Clash {
    if (a == b) { // not equals: Clojure compares an object with its like, and fails
      return 0;
    }
    if (a == null || b == null) {
      return a == null ? -1 : 1;
    }
    String type = type(a);
    if (!type.equals(type(b))) {
      throw new Clash("both " + type(a) + " and " + type(b));
    }
    return switch (type) {
      case "number" -> Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
      case "string" -> ((String) a).compareTo((String) b);
      case "boolean" -> ((Boolean) a).compareTo((Boolean) b);
      case "array" -> compareArrays((List<?>) a, (List<?>) b);
      default -> throw new Clash("more than one object");
    };
  }

  private static int compareArrays(List<?> a, List<?> b) throws Clash {
    int order = Integer.compare(a.size(), b.size());
    for (int i = 0; order == 0 && i < a.size(); i++) {
      try {
        order = compare(a.get(i), b.get(i));
      } catch (Clash clash) {
        throw new Clash(clash.getMessage() + " within arrays");
      }
    }
    return order;
  }

  private static String type(Object value) {
    if (value instanceof Number) {
      return "number";
    } else if (value instanceof String) {
      return "string";
    } else if (value instanceof Boolean) {
      return "boolean";
    }
    return value instanceof List ? "array" : "object";
  }
}
