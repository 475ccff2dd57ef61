package glomers.workbench.workload.txn;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Says why one transaction comes before another. */
final class Proofs {
  private Proofs() {}

  /** In words: what one of them saw, did not see, or did after the other. */
  static String step(Dependency.Reason reason, String from, String to) {
    String key = "key " + Text.value(reason.key());
    String value = Text.value(reason.value());
    String next = Text.value(reason.next());
    String finally_ = reason.byFinalRead() ? ", as all nodes read it in the end" : "";
    return switch (reason.kind()) {
      case WW ->
          Sentences.format(
              "%s's write of %s to %s came before %s's of %s%s",
              from, value, key, to, next, finally_);
      case WR -> to + " saw " + from + "'s write of " + value + " to " + key;
      case RW ->
          Sentences.format(
              "%s did not see %s's write of %s to %s (it saw %s there%s)",
              from, to, next, key, reason.value() == null ? "nothing" : value, finally_);
      case PROCESS -> to + " followed " + from + " in the same process";
      case REALTIME -> from + " had ended before " + to + " began";
    };
  }

  /** The key and the values, for a drawing. */
  static String label(Dependency.Reason reason) {
    if (reason.key() == null) {
      return "";
    }
    String versions =
        reason.kind() == DependencyKind.WR
            ? Text.value(reason.value())
            : Text.value(reason.value()) + " → " + Text.value(reason.next());
    return "key " + Text.value(reason.key()) + ": " + versions;
  }

  /** As results show it. */
  static Map<Keyword, Object> edn(Dependency.Reason reason, Dependency edge) {
    Map<Keyword, Object> edn = Edn.map("type", Keyword.of(reason.kind().label()));
    if (reason.key() == null) {
      return edn;
    }
    edn.put(Keyword.of("key"), reason.key());
    edn.put(Keyword.of("value"), reason.value());
    if (reason.kind() != DependencyKind.WR) {
      edn.put(Keyword.of("value'"), reason.next());
    }
    edn.put(
        Keyword.of("a-mop-index"),
        index(
            edge.from(),
            reason.key(),
            reason.kind() == DependencyKind.RW
                ? op -> op.isRead() && Objects.equals(state(op), reason.value())
                : op -> op.isWrite() && op.value().equals(reason.value())));
    edn.put(
        Keyword.of("b-mop-index"),
        index(
            edge.to(),
            reason.key(),
            reason.kind() == DependencyKind.WR
                ? op -> op.isRead() && Objects.equals(state(op), reason.value())
                : op -> op.isWrite() && op.value().equals(reason.next())));
    return edn;
  }

  /** The mark of the version that was read: the value, or the last element of the list. */
  private static Object state(MicroOp read) {
    if (read.value() instanceof List<?> list) {
      return list.isEmpty() ? null : list.get(list.size() - 1);
    }
    return read.value();
  }

  private static Object index(Txn txn, Object key, Predicate<MicroOp> is) {
    for (int i = 0; i < txn.ops().size(); i++) {
      MicroOp op = txn.ops().get(i);
      if (op.key().equals(key) && is.test(op)) {
        return i;
      }
    }
    return null;
  }
}
