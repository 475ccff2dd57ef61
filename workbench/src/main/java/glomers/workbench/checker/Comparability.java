package glomers.workbench.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds out whether Clojure, in which Maelstrom is written, could sort ids: it compares numbers
 * with numbers, strings with strings, booleans with booleans, and arrays with arrays, by length
 * first and then element by element, but never objects, nor values of two types.
 */
final class Comparability {
  private static final String RULE = "ids must be of one type that can be ordered, but there is ";

  private Comparability() {}

  /** The rule that these ids break, and by which types; empty if they can be ordered. */
  static Optional<String> objection(Collection<?> ids) {
    return clash(ids).map(types -> RULE + types + " (Maelstrom ends in unknown, too)");
  }

  private static Optional<String> clash(Collection<?> values) {
    String first = null;
    for (Object value : values) {
      String type = type(value);
      if (type.equals("object")) {
        return Optional.of("an object");
      }
      if (first != null && !first.equals(type)) {
        return Optional.of("both " + first + " and " + type);
      }
      first = type;
    }
    return "array".equals(first) ? clashWithinArrays(values) : Optional.empty();
  }

  /** Arrays of one length must be comparable at each position; those of different ones are. */
  private static Optional<String> clashWithinArrays(Collection<?> arrays) {
    Map<Integer, List<List<?>>> byLength = new TreeMap<>();
    for (Object array : arrays) {
      List<?> elements = (List<?>) array;
      byLength.computeIfAbsent(elements.size(), length -> new ArrayList<>()).add(elements);
    }
    for (Map.Entry<Integer, List<List<?>>> group : byLength.entrySet()) {
      for (int i = 0; i < group.getKey(); i++) {
        int position = i;
        List<Object> column = new ArrayList<>();
        group.getValue().forEach(elements -> column.add(elements.get(position)));
        Optional<String> clash = clash(column);
        if (clash.isPresent()) {
          return clash.map(types -> types + " within arrays");
        }
      }
    }
    return Optional.empty();
  }

  private static String type(Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Number) {
      return "number";
    } else if (value instanceof String) {
      return "string";
    } else if (value instanceof Boolean) {
      return "boolean";
    }
    return value instanceof List ? "array" : "object";
  }
}
