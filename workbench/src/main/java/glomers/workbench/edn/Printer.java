package glomers.workbench.edn;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes one value, on one line or laid out for reading; for use once. */
final class Printer {
  private final int width;
  private final boolean breaksLines;
  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  /** A printer that writes all on one line. */
  Printer() {
    this(Integer.MAX_VALUE, false);
  }

  /** A printer that breaks lines of more characters. */
  Printer(int width) {
    this(width, true);
  }

  private Printer(int width, boolean breaksLines) {
    this.width = width;
    this.breaksLines = breaksLines;
  }

  String print(Object value) {
    append(value);
    return out.toString();
  }

  private void append(Object value) {
    if (breaksLines) {
      String line = Edn.print(value);
      if (column() + line.length() <= width) {
        out.append(line);
        return;
      }
    }
    if (value instanceof Map<?, ?> map) {
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
      Scalars.append(out, value);
    }
  }

  private void appendMap(Map<?, ?> map) {
    out.append('{');
    int indent = column();
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        out.append(',');
        separate(indent);
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
        separate(indent);
      }
      first = false;
      append(value);
    }
    out.append(close);
  }

  private int column() {
    return out.length() - lineStart;
  }

  private void separate(int indent) {
    if (breaksLines) {
      out.append('\n');
      lineStart = out.length();
      out.append(" ".repeat(indent));
    } else {
      out.append(' ');
    }
  }
}
