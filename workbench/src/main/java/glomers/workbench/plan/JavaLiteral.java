package glomers.workbench.plan;

import glomers.workbench.edn.EdnForm;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of EDN, and what has a form in it, as expressions of Java. */
public final class JavaLiteral {
  private JavaLiteral() {}

  /** An expression of this value. */
  public static String of(Object value) {
    if (value instanceof EdnForm form) {
      return of(form.toEdn());
    } else if (value == null) {
      return "null";
    } else if (value instanceof String text) {
      return quoted(text);
    } else if (value instanceof Long number) {
      return number + "L";
    } else if (value instanceof Keyword keyword) {
      return "Keyword.of(" + quoted(keyword.name()) + ")";
    } else if (value instanceof Seq seq) {
      return "new Seq(" + of(seq.values()) + ")";
    } else if (value instanceof List<?> list) {
      // List.of takes no null.
      String kind = hasNull(list) ? "Arrays.asList(" : "List.of(";
      if (list.size() == 1 && list.get(0) == null) {
        return "Arrays.asList((Object) null)"; // else it is taken for an array
      }
      return list.stream().map(JavaLiteral::of).collect(Collectors.joining(", ", kind, ")"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> "Map.entry(" + of(entry.getKey()) + ", " + of(entry.getValue()) + ")")
          .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }
    return String.valueOf(value);
  }

  private static boolean hasNull(List<?> list) {
    for (Object element : list) {
      if (element == null) {
        return true;
      }
    }
    return false;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c > '~') {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
