package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.session.Session.Completion;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts how the operations of clients ended, in all and by function. A function that never
 * succeeded makes the result invalid, unless it is meant to fail.
 */
public final class StatsChecker implements Checker {
  private static final Set<String> MAY_ALWAYS_FAIL = Set.of("crash", "debug-topic-partitions");

  private static final Rule RULE =
      Rule.of("stats", "each function must be ok at least once")
          .withCases("functions were never ok");

  private static final Rule OPERATIONS =
      Rule.stricter("operations", "a test must perform at least one operation");

  /** Whether each function that is not meant to fail was ok at least once. */
  public static Map<String, Boolean> okByFunction(History history) {
    SortedMap<String, Boolean> ok = new TreeMap<>();
    history
        .clientOps()
        .filter(op -> !op.isInvoke() && !MAY_ALWAYS_FAIL.contains(op.f()))
        .forEach(op -> ok.merge(op.f(), op.isOk(), Boolean::logicalOr));
    return ok;
  }

  @Override
  public Result check(History history) {
    Counts all = new Counts();
    SortedMap<String, Counts> byFunction = new TreeMap<>();
    history
        .clientOps()
        .filter(op -> !op.isInvoke())
        .forEach(
            op -> {
              all.count(op);
              byFunction.computeIfAbsent(op.f(), f -> new Counts()).count(op);
            });
    Map<Keyword, Object> byF = new LinkedHashMap<>();
    Result.Builder result = Result.builder();
    for (Map.Entry<String, Counts> entry : byFunction.entrySet()) {
      String f = entry.getKey();
      Counts counts = entry.getValue();
      Map<Keyword, Object> shown = new LinkedHashMap<>();
      shown.put(Keyword.of("valid?"), counts.anyOk());
      counts.details().forEach((name, count) -> shown.put(Keyword.of(name), count));
      byF.put(Keyword.of(f), shown);
      if (!counts.anyOk() && !MAY_ALWAYS_FAIL.contains(f)) {
        result.finding(neverOk(history, f));
      }
    }
    if (history.clientOps().findAny().isEmpty()) {
      result.finding(
          Finding.unknown(
              OPERATIONS,
              "No operation was performed: there is nothing to judge by. Raise the rate or the time"
                  + " limit."));
    }
    all.details().forEach(result::detail);
    return result.detail("by-f", byF).build();
  }

  private static Finding neverOk(History history, String f) {
    List<Op> ended = history.clientOps().filter(op -> op.f().equals(f) && !op.isInvoke()).toList();
    Op first = ended.get(0);
    Op begun = history.invocation(first);
    String which =
        ended.size() == 1
            ? "The only " + f + " operation was not ok: it"
            : Sentences.format("None of the %,d %s operations was ok: the first", ended.size(), f);
    return Finding.invalid(RULE, which + " " + how(first) + " (" + begun.at() + ").")
        .withOps(List.of(begun, first))
        .withNodes(List.of(begun.node()));
  }

  private static String how(Op ended) {
    if (ended.exception() != null) {
      return "met an exception, which has an entry of its own";
    } else if (Completion.NET_TIMEOUT.equals(ended.error())) {
      return "waited in vain for an answer";
    }
    return (ended.type() == OpType.FAIL ? "failed with " : "ended with ") + error(ended.error());
  }

  /** Errors of nodes are a name and a text. */
  private static String error(Object error) {
    return error instanceof List<?> list
            && list.size() == 2
            && list.get(0) instanceof Keyword name
            && list.get(1) instanceof String text
        ? "the error " + name.name() + ": " + text
        : "the error " + Edn.print(error);
  }

  private static final class Counts {
    private final Map<OpType, Long> byType = new EnumMap<>(OpType.class);

    void count(Op op) {
      byType.merge(op.type(), 1L, Long::sum);
    }

    boolean anyOk() {
      return byType.containsKey(OpType.OK);
    }

    Map<String, Long> details() {
      Map<String, Long> details = new LinkedHashMap<>();
      details.put("count", byType.values().stream().mapToLong(Long::longValue).sum());
      details.put("ok-count", byType.getOrDefault(OpType.OK, 0L));
      details.put("fail-count", byType.getOrDefault(OpType.FAIL, 0L));
      details.put("info-count", byType.getOrDefault(OpType.INFO, 0L));
      return details;
    }
  }
}
