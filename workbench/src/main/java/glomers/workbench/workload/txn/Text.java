package glomers.workbench.workload.txn;

import glomers.workbench.edn.Edn;
import java.util.List;

/** Words for sentences about transactions. */
final class Text {
  private static final int CHARS_MAX = 120;

  private Text() {}

  static String txn(List<MicroOp> ops) {
    return value(MicroOp.toEdn(ops));
  }

  /** A value, cut if it is long. */
  static String value(Object value) {
    String text = Edn.print(value);
    return text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX) + "…";
  }
}
