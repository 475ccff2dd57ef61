package glomers.workbench.workload.txn;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnForm;
import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Words for sentences about transactions. */
final class Text {
  private static final int CHARS_MAX = 120;
  private static final int TXN_CHARS_MAX = 88;
  private static final int LIST_HEAD = 3;
  private static final int LIST_TAIL = 4;

  private Text() {}

  /**
   * A transaction in a line, such as {@code [r 1 null] [w 2 3]}. What is left out of a long one is
   * counted: first the middles of long lists, then operations on other keys than these, then those
   * at the end.
   */
  static String txn(List<MicroOp> ops, List<Object> keys) {
    if (ops.isEmpty()) {
      return "an empty transaction";
    }
    String all = ops.stream().map(Text::op).collect(Collectors.joining(" "));
    if (all.length() <= TXN_CHARS_MAX) {
      return all;
    }
    List<MicroOp> chosen = ops.stream().filter(op -> keys.contains(op.key())).toList();
    List<String> shown = new ArrayList<>();
    int chars = 0;
    int left = 0;
    for (MicroOp op : ops) {
      String text = op(op);
      if ((chosen.isEmpty() || chosen.contains(op)) && chars + text.length() <= TXN_CHARS_MAX) {
        addLeft(shown, left);
        left = 0;
        shown.add(text);
        chars += text.length() + 1;
      } else {
        left++;
      }
    }
    addLeft(shown, left);
    return String.join(" ", shown);
  }

  private static void addLeft(List<String> shown, int left) {
    if (left > 0) {
      shown.add("… " + left + " more …");
    }
  }

  private static String op(MicroOp op) {
    return "[" + op.f() + " " + value(op.key()) + " " + value(op.value()) + "]";
  }

  /** A sentence with these values, cut if they are long, in the places of {@code %s}. */
  static String say(String format, Object... values) {
    return Sentences.format(format, Arrays.stream(values).map(Text::value).toArray());
  }

  /** A value, cut if it is long. */
  static String value(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Keyword keyword) {
      return keyword.name();
    }
    if (value instanceof EdnForm form) {
      return value(form.toEdn());
    }
    if (value instanceof List<?> list && list.size() > LIST_HEAD + LIST_TAIL + 1) {
      return "["
          + values(list.subList(0, LIST_HEAD))
          + " … "
          + values(list.subList(list.size() - LIST_TAIL, list.size()))
          + "]";
    }
    String text = value instanceof List<?> list ? "[" + values(list) + "]" : Edn.print(value);
    return text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX) + "…";
  }

  private static String values(List<?> list) {
    return list.stream().map(Text::value).collect(Collectors.joining(" "));
  }
}
