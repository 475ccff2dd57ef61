package glomers.workbench.workload.kafka;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The anomalies of logs as they are defined, without a thought for speed: for each question it
 * walks through the whole history. Counts cases by type, and cycles only as there or not.
 */
final class NaiveKafka {
  private record Claim(String key, long offset, Object message, Op op) {}

  private final History history;
  private final List<Claim> claims = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();

  NaiveKafka(History history) {
    this.history = history;
    for (Op op : completions()) {
      if (what(op) instanceof Send send && op.isOk()) {
        claims.add(new Claim(send.key(), send.offset(), send.message(), op));
      } else if (what(op) instanceof Poll poll) {
        poll.messages()
            .forEach(
                (key, entries) ->
                    entries.forEach(e -> claims.add(new Claim(key, e.offset(), e.message(), op))));
      }
    }
  }

  Map<String, Long> counts() {
    logs();
    writes();
    sessions();
    cycles();
    return counts;
  }

  private void count(String type) {
    counts.merge(type, 1L, Long::sum);
  }

  private static KafkaOp what(Op op) {
    return (KafkaOp) op.value();
  }

  private List<Op> completions() {
    return history.ops().stream().filter(op -> !op.isInvoke()).toList();
  }

  private TreeSet<Long> offsets(String key) {
    TreeSet<Long> offsets = new TreeSet<>();
    claims.stream().filter(c -> c.key.equals(key)).forEach(c -> offsets.add(c.offset));
    return offsets;
  }

  private TreeSet<Long> offsets(String key, Object message) {
    TreeSet<Long> offsets = new TreeSet<>();
    claims.stream()
        .filter(c -> c.key.equals(key) && c.message.equals(message))
        .forEach(c -> offsets.add(c.offset));
    return offsets;
  }

  private List<Object> messages(String key, long offset) {
    return claims.stream()
        .filter(c -> c.key.equals(key) && c.offset == offset)
        .map(c -> c.message)
        .distinct()
        .toList();
  }

  /** The index of the last offset at which this message is the first that was told of. */
  private Integer index(String key, Object message) {
    Integer index = null;
    int i = 0;
    for (long offset : offsets(key)) {
      if (messages(key, offset).get(0).equals(message)) {
        index = i;
      }
      i++;
    }
    return index;
  }

  private int delta(String key, Object from, Object to) {
    Integer a = index(key, from);
    Integer b = index(key, to);
    return a == null || b == null ? 1 : b - a;
  }

  private TreeSet<String> keys() {
    TreeSet<String> keys = new TreeSet<>();
    claims.forEach(c -> keys.add(c.key));
    return keys;
  }

  private void logs() {
    for (String key : keys()) {
      for (long offset : offsets(key)) {
        if (messages(key, offset).size() > 1) {
          count("inconsistent-offsets");
        }
      }
      claims.stream()
          .filter(c -> c.key.equals(key))
          .map(c -> c.message)
          .distinct()
          .filter(message -> offsets(key, message).size() > 1)
          .forEach(message -> count("duplicate"));
    }
  }

  private boolean isInOkPoll(String key, Object message) {
    return claims.stream()
        .anyMatch(
            c ->
                c.key.equals(key)
                    && c.message.equals(message)
                    && c.op.f().equals("poll")
                    && c.op.isOk());
  }

  private void writes() {
    for (Op op : completions()) {
      if (what(op) instanceof Send send && op.isOk() && !isInOkPoll(send.key(), send.message())) {
        counts.put("unseen", 1L);
        long last = offsets(send.key(), send.message()).last();
        boolean passed =
            claims.stream()
                .filter(c -> c.key.equals(send.key()) && isInOkPoll(c.key, c.message))
                .anyMatch(c -> offsets(c.key, c.message).first() >= last);
        if (passed) {
          count("lost-write");
        }
      }
    }
  }

  private void sessions() {
    List<Op> ops = completions();
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      if (what(op) instanceof Poll poll) {
        for (Map.Entry<String, List<Entry>> entry : poll.messages().entrySet()) {
          inside(entry.getKey(), entry.getValue());
          if (op.isOk()) {
            betweenPolls(ops, i, entry.getKey());
          }
        }
      } else if (what(op) instanceof Send && !op.type().label().equals("fail")) {
        betweenSends(ops, i);
      }
    }
  }

  private void inside(String key, List<Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      judge("int-", delta(key, entries.get(i - 1).message(), entries.get(i).message()));
    }
  }

  private void judge(String prefix, int delta) {
    if (delta > 1) {
      count(prefix + "poll-skip");
    } else if (delta < 1) {
      count(prefix + "nonmonotonic-poll");
    }
  }

  private void betweenPolls(List<Op> ops, int i, String key) {
    for (int j = i - 1; j >= 0; j--) {
      Op before = ops.get(j);
      if (before.process() != ops.get(i).process()) {
        continue;
      }
      if (what(before) instanceof Assign assign
          && !before.type().label().equals("fail")
          && (assign.seekToBeginning() || !assign.keys().contains(key))) {
        return;
      }
      if (what(before) instanceof Poll poll && before.isOk() && poll.messages().containsKey(key)) {
        List<Entry> old = poll.messages().get(key);
        Entry first = ((Poll) what(ops.get(i))).messages().get(key).get(0);
        judge("", delta(key, old.get(old.size() - 1).message(), first.message()));
        return;
      }
    }
  }

  private void betweenSends(List<Op> ops, int i) {
    Send send = (Send) what(ops.get(i));
    boolean assigned = false;
    for (int j = i - 1; j >= 0; j--) {
      Op before = ops.get(j);
      if (before.process() != ops.get(i).process() || before.type().label().equals("fail")) {
        continue;
      }
      if (what(before) instanceof Assign assign) {
        assigned |= !assign.keys().contains(send.key());
      }
      if (what(before) instanceof Send last && last.key().equals(send.key())) {
        if (delta(send.key(), last.message(), send.message()) < 1) {
          count(assigned ? "nonmonotonic-send-over-assign" : "nonmonotonic-send");
        }
        return;
      }
    }
  }

  /**
   * Cycles of wr edges, from sends to polls of their messages, and realtime edges, found by the
   * transitive closure; failed operations have only wr edges.
   */
  private void cycles() {
    List<Op> ops =
        completions().stream()
            .filter(op -> what(op) instanceof Send || (what(op) instanceof Poll && op.isOk()))
            .toList();
    int n = ops.size();
    boolean[][] reaches = new boolean[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        Op from = ops.get(a);
        Op to = ops.get(b);
        boolean realtime = from.isOk() && from.index() < history.invocation(to).index();
        boolean wr =
            what(from) instanceof Send send
                && what(to) instanceof Poll poll
                && poll.messages().getOrDefault(send.key(), List.of()).stream()
                    .anyMatch(entry -> entry.message().equals(send.message()));
        reaches[a][b] = realtime || wr;
      }
    }
    for (int via = 0; via < n; via++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; reaches[a][via] && b < n; b++) {
          reaches[a][b] |= reaches[via][b];
        }
      }
    }
    for (int a = 0; a < n; a++) {
      if (reaches[a][a]) {
        counts.put("G1c-realtime", 1L);
      }
    }
  }
}
