package glomers.workbench.workload;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnOrder;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Counts the ids that nodes generated, and lists those that were generated more than once; any is
 * invalid. If {@link Comparability} finds that the ids can't be ordered, the verdict is unknown at
 * best, as it is with Maelstrom, for which it is then unknown in any case.
 */
public final class UniqueIdsChecker implements Checker {
  private static final int LISTED_MAX = 48;
  private static final int TOLD_MAX = 4;
  private static final Rule UNIQUE =
      Rule.of("duplicated", "no two ids may be equal")
          .withCases("ids were generated more than once");
  private static final Rule COMPARABLE =
      Rule.of("comparable", "ids must be of one type that can be ordered");

  @Override
  public Result check(History history) {
    long attempted = 0;
    long acknowledged = 0;
    List<Object> ids = new ArrayList<>();
    for (Op op : history.ops()) {
      if (!op.isClient() || !op.f().equals("generate")) {
        continue;
      }
      if (op.isInvoke()) {
        attempted++;
      } else if (op.isOk()) {
        acknowledged++;
        ids.add(Decimals.rounded(op.value()));
      }
    }
    Map<Object, Integer> times = new LinkedHashMap<>();
    ids.forEach(id -> times.merge(id, 1, Integer::sum));
    List<Map.Entry<Object, Integer>> duplicates = duplicates(times);
    Result.Builder result =
        Result.builder()
            .detail("attempted-count", attempted)
            .detail("acknowledged-count", acknowledged)
            .detail("duplicated-count", duplicates.size())
            .detail("duplicated", listed(duplicates))
            .detail("range", range(times));
    result.findings(duplicates, LISTED_MAX, duplicate -> finding(history, duplicate));
    Comparability.objection(ids)
        .ifPresent(types -> result.finding(incomparable(types)).unknownToMaelstrom());
    return result.build();
  }

  private static Finding incomparable(String types) {
    return Finding.unknown(
        COMPARABLE,
        Sentences.format(
            "The ids can't be ordered, for there is %s: Maelstrom comes to no verdict then. Give all"
                + " ids one type.",
            types));
  }

  private static Finding finding(History history, Map.Entry<Object, Integer> duplicate) {
    List<Op> ops =
        history
            .clientOps()
            .filter(op -> op.isOk() && op.f().equals("generate"))
            .filter(op -> Objects.equals(Decimals.rounded(op.value()), duplicate.getKey()))
            .toList();
    List<String> nodes = ops.stream().map(Op::node).distinct().toList();
    return Finding.invalid(
            UNIQUE,
            Sentences.format(
                "The id %s was generated %s times: %s%s",
                Edn.print(duplicate.getKey()),
                duplicate.getValue(),
                ops.stream()
                    .limit(TOLD_MAX)
                    .map(op -> "by " + op.at())
                    .collect(Collectors.joining(", ")),
                ops.size() > TOLD_MAX ? " …" : "."))
        .withOps(ops)
        .withNodes(nodes)
        .withValues(duplicate.getKey() == null ? List.of() : List.of(duplicate.getKey()));
  }

  /** The most frequent last; of equally frequent ones the greatest. */
  private static List<Map.Entry<Object, Integer>> duplicates(Map<Object, Integer> times) {
    List<Map.Entry<Object, Integer>> duplicates = new ArrayList<>();
    for (Map.Entry<Object, Integer> entry : times.entrySet()) {
      if (entry.getValue() > 1) {
        duplicates.add(entry);
      }
    }
    duplicates.sort(
        Map.Entry.<Object, Integer>comparingByValue()
            .thenComparing(Map.Entry::getKey, EdnOrder.INSTANCE));
    return duplicates;
  }

  private static Map<Object, Integer> listed(List<Map.Entry<Object, Integer>> duplicates) {
    int from = Math.max(0, duplicates.size() - LISTED_MAX);
    Map<Object, Integer> listed = new LinkedHashMap<>();
    duplicates.subList(from, duplicates.size()).stream()
        .sorted(Map.Entry.comparingByKey(EdnOrder.INSTANCE))
        .forEach(entry -> listed.put(entry.getKey(), entry.getValue()));
    return listed;
  }

  private static List<Object> range(Map<Object, Integer> times) {
    Comparator<Object> order = EdnOrder.INSTANCE;
    List<Object> range = new ArrayList<>();
    range.add(times.isEmpty() ? null : Collections.min(times.keySet(), order));
    range.add(times.isEmpty() ? null : Collections.max(times.keySet(), order));
    return range;
  }
}
