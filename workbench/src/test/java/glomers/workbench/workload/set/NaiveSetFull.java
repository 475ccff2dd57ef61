package glomers.workbench.workload.set;

import glomers.workbench.edn.EdnOrder;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Set-full as it is defined, without a thought for speed: for each element, and each thing asked
 * about it, it walks through the whole history.
 */
final class NaiveSetFull {
  private final History history;

  NaiveSetFull(History history) {
    this.history = history;
  }

  /** The figures of {@link SetFullChecker} that this knows, under its names. */
  Map<String, Object> details() {
    List<Object> tried = new ArrayList<>();
    List<Object> lost = new ArrayList<>();
    List<Object> neverRead = new ArrayList<>();
    List<Object> stale = new ArrayList<>();
    List<Long> stableLatencies = new ArrayList<>();
    List<Long> lostLatencies = new ArrayList<>();
    Map<Object, Integer> duplicated = new TreeMap<>(EdnOrder.INSTANCE);
    List<Object> unexpected = new ArrayList<>();
    List<Object> refused = new ArrayList<>();
    for (Object value : values()) {
      int times = reads().stream().mapToInt(read -> timesIn(read, value)).max().orElse(0);
      if (times > 1) {
        duplicated.put(value, times);
      }
      List<Op> attempts = attempts(value);
      if (reads().stream()
          .anyMatch(
              read ->
                  timesIn(read, value) > 0
                      && attempts.stream().noneMatch(add -> add.index() < read.index()))) {
        unexpected.add(value);
      }
      if (attempts.isEmpty()) {
        continue;
      }
      tried.add(value);
      Op add = attempts.get(attempts.size() - 1);
      List<Op> after = reads().stream().filter(read -> read.index() > add.index()).toList();
      Op known = known(add, after);
      Op present = newest(after.stream().filter(read -> timesIn(read, value) > 0).toList());
      Op absent = newest(after.stream().filter(read -> timesIn(read, value) == 0).toList());
      if (present != null && attempts.stream().allMatch(this::wasRefused)) {
        refused.add(value);
      }
      if (present != null && (absent == null || absent.index() < present.index())) {
        long latency = absent == null ? 0 : millisBetween(known, absent);
        stableLatencies.add(latency);
        if (latency > 0) {
          stale.add(value);
        }
      } else if (known != null && absent != null && absent.index() > known.index()) {
        lost.add(value);
        lostLatencies.add(present == null ? 0 : millisBetween(known, present));
      } else {
        neverRead.add(value);
      }
    }
    Map<String, Object> details = new TreeMap<>();
    details.put("attempt-count", tried.size());
    details.put("stable-count", stableLatencies.size());
    details.put("lost", lost);
    details.put("never-read", neverRead);
    details.put("stale", stale);
    details.put("unexpected", unexpected);
    details.put("refused", refused);
    details.put("duplicated", duplicated);
    Collections.sort(stableLatencies);
    details.put("stable-latencies", atPoints(stableLatencies));
    Collections.sort(lostLatencies);
    details.put("lost-latencies", atPoints(lostLatencies));
    return details;
  }

  private List<Object> values() {
    List<Object> values = new ArrayList<>();
    for (Op op : history.ops()) {
      List<?> named = op.f().equals("broadcast") ? List.of(op.value()) : List.of();
      for (Object value : op.value() instanceof List<?> list ? list : named) {
        if (!values.contains(value)) {
          values.add(value);
        }
      }
    }
    values.sort(EdnOrder.INSTANCE);
    return values;
  }

  private List<Op> reads() {
    return history.ops().stream().filter(op -> op.f().equals("read") && op.isOk()).toList();
  }

  private List<Op> attempts(Object value) {
    return history.ops().stream()
        .filter(op -> op.f().equals("broadcast") && op.isInvoke() && op.value().equals(value))
        .toList();
  }

  private boolean wasRefused(Op add) {
    return history.completion(add).filter(op -> op.type() == OpType.FAIL).isPresent();
  }

  private static int timesIn(Op read, Object value) {
    return Collections.frequency((List<?>) read.value(), value);
  }

  private Op known(Op add, List<Op> readsAfter) {
    for (Op op : history.ops()) {
      boolean acknowledges =
          op.index() > add.index()
              && op.isOk()
              && op.f().equals("broadcast")
              && op.value().equals(add.value());
      if (acknowledges || (readsAfter.contains(op) && timesIn(op, add.value()) > 0)) {
        return op;
      }
    }
    return null;
  }

  /** The invocation of the read that began last. */
  private Op newest(List<Op> reads) {
    Op newest = null;
    for (Op read : reads) {
      Op invocation = history.invocation(read);
      newest = newest == null || newest.index() < invocation.index() ? invocation : newest;
    }
    return newest;
  }

  private static long millisBetween(Op known, Op end) {
    return Math.max(0, end.timeNanos() + 1 - known.timeNanos()) / 1_000_000;
  }

  private static List<Long> atPoints(List<Long> sorted) {
    int n = sorted.size();
    List<Long> values = new ArrayList<>();
    for (int thousandth : n == 0 ? new int[0] : new int[] {0, 500, 950, 990, 1000}) {
      values.add(sorted.get(Math.min(n - 1, n * thousandth / 1000)));
    }
    return values;
  }
}
