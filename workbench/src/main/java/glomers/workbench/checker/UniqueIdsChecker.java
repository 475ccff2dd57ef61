package glomers.workbench.checker;

import glomers.workbench.edn.EdnOrder;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the ids that nodes generated, and lists those that were generated more than once; any is
 * invalid. Ids of which {@link Comparability} finds that they can't all be compared are unknown at
 * best, as with Maelstrom, which can't order them; the text says which types met.
 */
public final class UniqueIdsChecker implements Checker {
  private static final int LISTED_MAX = 48;

  @Override
  public Result check(History history) {
    long attempted = 0;
    long acknowledged = 0;
    Map<Object, Integer> times = new LinkedHashMap<>();
    for (Op op : history.ops()) {
      if (!op.isClient() || !op.f().equals("generate")) {
        continue;
      }
      if (op.isInvoke()) {
        attempted++;
      } else if (op.isOk()) {
        acknowledged++;
        times.merge(Decimals.rounded(op.value()), 1, Integer::sum);
      }
    }
    List<Map.Entry<Object, Integer>> duplicates = duplicates(times);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("attempted-count", attempted);
    details.put("acknowledged-count", acknowledged);
    details.put("duplicated-count", duplicates.size());
    details.put("duplicated", listed(duplicates));
    details.put("range", range(times));
    Optional<String> mixture = Comparability.objection(times.keySet());
    mixture.ifPresent(text -> details.put("broken-rules", List.of(text)));
    Validity validity = mixture.isPresent() ? Validity.UNKNOWN : Validity.VALID;
    return new Result(duplicates.isEmpty() ? validity : Validity.INVALID, details);
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
