package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges whether all nodes give the same answer in the end. Where operations may be lost it is all
 * that can be asked of them: each answer may be right by itself.
 */
public final class AgreementChecker implements Checker {
  private static final Rule RULE =
      Rule.stricter("agreement", "in the end all nodes must give the same answer");

  private static final int SHOWN_CHARS_MAX = 40;

  @Override
  public Result check(History history) {
    Map<Object, Op> answers = new LinkedHashMap<>();
    history
        .clientOps()
        .filter(op -> op.isFinal() && op.isOk() && op.f().equals("read"))
        .forEach(read -> answers.putIfAbsent(key(read.value()), read));
    Result.Builder result = Result.builder().detail("answers", answers.size());
    if (answers.size() > 1) {
      List<Op> reads = answers.values().stream().limit(2).toList();
      Op one = reads.get(0);
      Op other = reads.get(1);
      result.finding(
          Finding.invalid(
                  RULE,
                  Sentences.format(
                      "In the end %s reads %s, and %s reads %s.",
                      one.node(), shown(one), other.node(), shown(other)))
              .withOps(reads)
              .withNodes(List.of(one.node(), other.node())));
    }
    return result.build();
  }

  /** The order of a set's elements does not count. */
  private static Object key(Object value) {
    return value instanceof List<?> list ? new HashSet<>(list) : value;
  }

  private static String shown(Op read) {
    String text = Edn.print(read.value());
    return text.length() <= SHOWN_CHARS_MAX
        ? text
        : text.substring(0, SHOWN_CHARS_MAX)
            + "…"
            + (read.value() instanceof List<?> list ? " (" + list.size() + " values)" : "");
  }
}
