package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.OpType;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import glomers.workbench.workload.kafka.Timeline.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far polls lag behind: for how long, when a poll began, a later offset than it returned had
 * been known to exist. A lower bound, and no rule: polls may lag as they like.
 *
 * @param timeNanos when the poll began, in nanoseconds since the test began
 * @param process the one that polled; null if no poll was ok
 * @param key the log; null if no poll was ok
 * @param lagNanos in nanoseconds
 */
record RealtimeLag(long timeNanos, Integer process, String key, long lagNanos) {
  private static final double NANOS_PER_SECOND = 1e9;

  private static final RealtimeLag NONE = new RealtimeLag(0, null, null, 0);

  /** From when on a log was known to reach an offset. */
  private record Reached(long offset, long timeNanos) {}

  /** The greatest lag of any key in any ok poll; the first of equal ones. */
  static RealtimeLag worst(Timeline timeline) {
    Map<String, List<Reached>> reached = new HashMap<>();
    for (Event event : timeline.events()) {
      if (event.completion().type() != OpType.FAIL) {
        highestOffsets(event.what())
            .forEach(
                (key, offset) ->
                    note(
                        reached.computeIfAbsent(key, k -> new ArrayList<>()),
                        offset,
                        event.completion().timeNanos()));
      }
    }
    RealtimeLag worst = NONE;
    for (List<Event> process : timeline.processes()) {
      worst = worst(process, reached, worst);
    }
    return worst;
  }

  private static Map<String, Long> highestOffsets(KafkaOp what) {
    if (what instanceof Send send && send.offset() != null) {
      return Map.of(send.key(), send.offset());
    }
    return what instanceof Poll poll ? poll.commits() : Map.of();
  }

  private static void note(List<Reached> reached, long offset, long timeNanos) {
    if (reached.isEmpty() || reached.get(reached.size() - 1).offset < offset) {
      reached.add(new Reached(offset, timeNanos));
    }
  }

  private static RealtimeLag worst(
      List<Event> process, Map<String, List<Reached>> reached, RealtimeLag worstBefore) {
    RealtimeLag worst = worstBefore;
    Map<String, Long> polledTo = new LinkedHashMap<>();
    for (Event event : process) {
      if (!event.isOk()) {
        continue;
      }
      if (event.what() instanceof Assign assign) {
        polledTo.keySet().retainAll(new HashSet<>(assign.keys()));
        assign.keys().forEach(key -> polledTo.putIfAbsent(key, -1L));
      } else if (event.what() instanceof Poll poll) {
        poll.commits().forEach((key, offset) -> polledTo.merge(key, offset, Math::max));
        long began = event.invocation().timeNanos();
        for (Map.Entry<String, Long> entry : polledTo.entrySet()) {
          long lag = lag(reached.get(entry.getKey()), entry.getValue(), began);
          if (lag > worst.lagNanos || worst == NONE) {
            worst = new RealtimeLag(began, event.process(), entry.getKey(), lag);
          }
        }
      }
    }
    return worst;
  }

  private static long lag(List<Reached> reached, long polledTo, long beganNanos) {
    if (reached == null || reached.get(reached.size() - 1).offset <= polledTo) {
      return 0;
    }
    int low = 0;
    int high = reached.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (reached.get(middle).offset > polledTo) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Math.max(0, beganNanos - reached.get(low).timeNanos);
  }

  double seconds() {
    return lagNanos / NANOS_PER_SECOND;
  }

  /** As results show it, times in seconds. */
  Map<Keyword, Object> toEdn() {
    Map<Keyword, Object> edn = new LinkedHashMap<>();
    edn.put(Keyword.of("time"), timeNanos / NANOS_PER_SECOND);
    if (process != null) {
      edn.put(Keyword.of("process"), process);
      edn.put(Keyword.of("key"), key);
    }
    edn.put(Keyword.of("lag"), seconds());
    return edn;
  }
}
