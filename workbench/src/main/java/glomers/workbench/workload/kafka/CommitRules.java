package glomers.workbench.workload.kafka;

import static glomers.workbench.workload.kafka.Anomaly.Type.FORGOTTEN_COMMIT;
import static glomers.workbench.workload.kafka.Anomaly.Type.INVENTED_COMMIT;
import static glomers.workbench.workload.kafka.Anomaly.Type.UNREPLICATED_COMMIT;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the committed offsets that nodes list are those that clients committed. While a test runs
 * a node may be cut off and need to know only of the commits that it has acknowledged itself; those
 * that were acknowledged before the final phase, in which the network is healed, must be known to
 * every node then. A node that is killed may forget what it acknowledged.
 *
 * <p>Of a log of which nothing was committed, 0 may be listed instead of nothing: clients start
 * there in both cases.
 */
final class CommitRules {
  /** A commit that was acknowledged, with the end of the poll that it belongs to. */
  private record Commit(long offset, Op poll) {
    static Commit later(Commit a, Commit b) {
      return a.offset < b.offset ? b : a;
    }
  }

  private final Anomaly.Cases anomalies;
  private final History history;
  private final CommitAttempts attempts;
  private final Map<String, Map<String, Commit>> acknowledgedByNode = new LinkedHashMap<>();

  /** The commits that the answer to a process's assign must list, by process and key. */
  private final Map<Integer, Map<String, Commit>> due = new HashMap<>();

  /** The highest commits acknowledged before the final phase, by key; null until then. */
  private Map<String, Commit> settled;

  CommitRules(Anomaly.Cases anomalies, History history) {
    this.anomalies = anomalies;
    this.history = history;
    attempts = new CommitAttempts(history);
  }

  void check() {
    for (Op op : history.ops()) {
      if (!op.isClient()) {
        op.fault().ifPresent(event -> event.crashed().forEach(this::forget));
        continue;
      }
      if (op.isFinal() && settled == null) {
        settled = new HashMap<>();
        acknowledgedByNode
            .values()
            .forEach(
                commits ->
                    commits.forEach((key, commit) -> settled.merge(key, commit, Commit::later)));
      }
      if (op.isInvoke() || op.isOk()) {
        follow(op);
      }
    }
  }

  private void forget(String node) {
    acknowledgedByNode.remove(node);
    due.values().forEach(commits -> commits.values().removeIf(c -> c.poll.node().equals(node)));
  }

  private void follow(Op op) {
    if (op.value() instanceof Poll poll && op.isOk()) {
      Map<String, Commit> commits =
          acknowledgedByNode.computeIfAbsent(op.node(), node -> new LinkedHashMap<>());
      poll.commits()
          .forEach((key, offset) -> commits.merge(key, new Commit(offset, op), Commit::later));
    } else if (op.value() instanceof Assign assign && op.isInvoke()) {
      due.put(op.process(), dueNow(op.node(), assign));
    } else if (op.value() instanceof Assign assign && assign.committed() != null) {
      judge(op, assign);
    }
  }

  private Map<String, Commit> dueNow(String node, Assign assign) {
    Map<String, Commit> commits = acknowledgedByNode.getOrDefault(node, Map.of());
    Map<String, Commit> dueNow = new HashMap<>();
    for (String key : assign.keys()) {
      if (commits.containsKey(key)) {
        dueNow.put(key, commits.get(key));
      }
    }
    return dueNow;
  }

  private void judge(Op answer, Assign assign) {
    assign
        .committed()
        .forEach(
            (key, offset) -> {
              if (offset != 0 && !attempts.mayHaveBegun(key, offset, answer)) {
                anomalies.add(INVENTED_COMMIT, 0, () -> invented(key, offset, answer));
              }
            });
    Map<String, Commit> ownCommits = due.remove(answer.process());
    for (String key : assign.keys()) {
      Long listed = assign.committed().get(key);
      Commit own = ownCommits.get(key);
      Commit any = answer.isFinal() ? settled.get(key) : null;
      if (isBehind(listed, own)) {
        add(FORGOTTEN_COMMIT, key, listed, own, answer);
      } else if (isBehind(listed, any)) {
        add(UNREPLICATED_COMMIT, key, listed, any, answer);
      }
    }
  }

  private static boolean isBehind(Long listed, Commit commit) {
    return commit != null && (listed == null || listed < commit.offset);
  }

  private void add(Anomaly.Type type, String key, Long listed, Commit commit, Op answer) {
    anomalies.add(type, 0, () -> behind(key, commit.offset, commit.poll, listed, answer));
  }

  private static Anomaly invented(String key, long listed, Op answer) {
    return new Anomaly(
            Sentences.format(
                "Offset %d of key %s was listed as committed by %s; no client had asked to commit"
                    + " it.",
                listed, Edn.print(key), answer.at()),
            answer)
        .about(List.of(listed))
        .with("key", key)
        .with("listed", (Object) listed)
        .with("op", answer);
  }

  private static Anomaly behind(String key, long committed, Op poll, Long listed, Op answer) {
    return new Anomaly(
            Sentences.format(
                "The commit of offset %d of key %s was acknowledged by %s; later %s was listed by"
                    + " %s.",
                committed,
                Edn.print(key),
                poll.at(),
                listed == null ? "none" : "only offset " + listed,
                answer.at()),
            poll,
            answer)
        .about(List.of(committed))
        .with("key", key)
        .with("committed", (Object) committed)
        .with("listed", (Object) listed)
        .with("ops", poll, answer);
  }

  /** Which offsets clients asked nodes to commit, whether or not that was acknowledged. */
  private static final class CommitAttempts {
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
}
