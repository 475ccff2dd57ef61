package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lists the kinds of exceptions that clients met, the most frequent first, each with its first
 * example. Any is invalid: a reply that breaks the protocol is a fault of the node. Maelstrom only
 * lists them.
 */
public final class ExceptionsChecker implements Checker {
  private static final Rule RULE =
      Rule.stricter(
          "exceptions",
          "no client may meet an exception, such as a malformed reply (Maelstrom lets this pass)");

  @Override
  public Result check(History history) {
    Map<String, List<Op>> byKind =
        history
            .clientOps()
            .filter(op -> op.exception() != null)
            .collect(Collectors.groupingBy(Op::exception, LinkedHashMap::new, Collectors.toList()));
    if (byKind.isEmpty()) {
      return Result.builder().build();
    }
    List<List<Op>> groups = new ArrayList<>(byKind.values());
    groups.sort(Comparator.comparing((List<Op> group) -> group.size()).reversed());
    Result.Builder result =
        Result.builder()
            .detail(
                "exceptions", new Seq(groups.stream().map(ExceptionsChecker::summary).toList()));
    groups.forEach(group -> result.finding(finding(history, group)));
    return result.build();
  }

  private static Finding finding(History history, List<Op> group) {
    Op example = group.get(0);
    return Finding.invalid(
            RULE,
            Sentences.format(
                "%s met the exception %s; the first, at %s: %s.",
                Sentences.count(group.size(), "operation"),
                example.exception(),
                example.seconds(),
                example.error()))
        .withOps(List.of(history.invocation(example), example))
        .withNodes(List.of(example.node()));
  }

  private static Map<Keyword, Object> summary(List<Op> group) {
    Op example = group.get(0);
    return Edn.map(
        "count", group.size(),
        "class", Keyword.of(example.exception()),
        "example", HistoryWriter.toEdn(example));
  }
}
