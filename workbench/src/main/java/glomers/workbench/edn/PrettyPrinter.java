package glomers.workbench.edn;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays one value out; for use once. */
final class PrettyPrinter {
  private final int width;
  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  PrettyPrinter(int width) {
    this.width = width;
  }

  String print(Object value) {
    append(value);
    return out.toString();
  }

  private void append(Object value) {
    String line = Edn.print(value);
    if (column() + line.length() <= width) {
      out.append(line);
    } else if (value instanceof Map<?, ?> map) {
      appendMap(map);
    } else if (value instanceof List<?> list) {
      appendAll("[", list, ']');
    } else if (value instanceof Seq seq) {
      appendAll("(", seq.values(), ')');
    } else if (value instanceof Set<?> set) {
      appendAll("#{", set, '}');
    } else if (value instanceof EdnForm form) {
      append(form.toEdn());
    } else {
      out.append(line);
    }
  }

  private void appendMap(Map<?, ?> map) {
    out.append('{');
    int indent = column();
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        out.append(',');
        breakLine(indent);
      }
      first = false;
      append(entry.getKey());
      out.append(' ');
      append(entry.getValue());
    }
    out.append('}');
  }

  private void appendAll(String open, Collection<?> values, char close) {
    out.append(open);
    int indent = column();
    boolean first = true;
    for (Object value : values) {
      if (!first) {
        breakLine(indent);
      }
      first = false;
      append(value);
    }
    out.append(close);
  }

  private int column() {
    return out.length() - lineStart;
  }

  private void breakLine(int indent) {
    out.append('\n');
    lineStart = out.length();
    out.append(" ".repeat(indent));
  }
}
