package glomers.workbench.workload.kafka;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.HashMap;
import java.util.Map;

/** Which offsets clients asked nodes to commit, whether or not that was acknowledged. */
final class CommitAttempts {
  /** By key and offset, the index at which the first poll began that led to the commit. */
  private final Map<String, Map<Long, Long>> begun = new HashMap<>();

  /** The index at which the first poll began that did not end: nobody knows what it committed. */
  private long firstOpenPoll = Long.MAX_VALUE;

  CommitAttempts(History history) {
    history
        .clientOps()
        .filter(op -> op.isInvoke() && op.value() instanceof Poll)
        .forEach(
            invocation ->
                history
                    .completion(invocation)
                    .ifPresentOrElse(
                        ended -> add(invocation.index(), (Poll) ended.value()),
                        () -> firstOpenPoll = Math.min(firstOpenPoll, invocation.index())));
  }

  private void add(long begin, Poll poll) {
    poll.commits()
        .forEach(
            (key, offset) ->
                begun.computeIfAbsent(key, k -> new HashMap<>()).merge(offset, begin, Math::min));
  }

  /** Whether a commit of this offset may have reached a node before this answer arrived. */
  boolean mayHaveBegun(String key, long offset, Op answer) {
    long begin = begun.getOrDefault(key, Map.of()).getOrDefault(offset, Long.MAX_VALUE);
    return Math.min(begin, firstOpenPoll) < answer.index();
  }
}
