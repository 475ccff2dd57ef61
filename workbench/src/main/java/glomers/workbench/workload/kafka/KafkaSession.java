package glomers.workbench.workload.kafka;

import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A client that keeps its positions in the logs. A poll that returns messages is followed by a
 * commit, and is ok only if that is acknowledged; but the client has moved on in any case. A crash
 * sends nothing: its outcome is unknown, so that the next operation is a new session's.
 */
final class KafkaSession implements Session {
  private final Rpc rpc;
  private final Positions positions = new Positions();

  KafkaSession(Rpc rpc) {
    this.rpc = rpc;
  }

  @Override
  public void invoke(Invocation operation, Consumer<Completion> done) {
    if (operation.value() instanceof Send send) {
      send(send, done);
    } else if (operation.value() instanceof Poll) {
      poll(done);
    } else if (operation.value() instanceof Assign assign) {
      assign(assign, done);
    } else {
      done.accept(Completion.info(operation.value()));
    }
  }

  private void send(Send send, Consumer<Completion> done) {
    rpc.call(
        new KafkaWorkload.Send(send.key(), (Long) send.message()),
        KafkaWorkload.SendOk.class,
        reply ->
            done.accept(
                reply instanceof Reply.Ok<KafkaWorkload.SendOk> ok
                    ? Completion.ok(send.at(ok.body().offset()))
                    : Completion.of(send, reply, ErrorRule.BY_CODE)));
  }

  private void poll(Consumer<Completion> done) {
    rpc.call(
        new KafkaWorkload.Poll(positions.next()),
        KafkaWorkload.PollOk.class,
        reply -> {
          if (reply instanceof Reply.Ok<KafkaWorkload.PollOk> ok) {
            Poll polled = new Poll(ok.body().answer());
            positions.advance(polled.answer());
            commit(polled, done);
          } else {
            done.accept(Completion.of(Poll.REQUEST, reply, ErrorRule.BY_CODE));
          }
        });
  }

  private void commit(Poll polled, Consumer<Completion> done) {
    Map<String, Long> commits = polled.commits();
    if (commits.isEmpty()) {
      done.accept(Completion.ok(polled));
      return;
    }
    rpc.call(
        new KafkaWorkload.CommitOffsets(commits),
        KafkaWorkload.CommitOffsetsOk.class,
        reply ->
            done.accept(
                reply instanceof Reply.Ok
                    ? Completion.ok(polled)
                    : Completion.of(polled, reply, ErrorRule.BY_CODE)));
  }

  private void assign(Assign assign, Consumer<Completion> done) {
    if (assign.seekToBeginning()) {
      positions.assign(assign);
      done.accept(Completion.ok(assign));
      return;
    }
    rpc.call(
        new KafkaWorkload.ListCommittedOffsets(assign.keys()),
        KafkaWorkload.ListCommittedOffsetsOk.class,
        reply -> {
          if (reply instanceof Reply.Ok<KafkaWorkload.ListCommittedOffsetsOk> ok) {
            Assign answered = assign.answered(ok.body().offsets());
            positions.assign(answered);
            done.accept(Completion.ok(answered));
          } else {
            done.accept(Completion.of(assign, reply, ErrorRule.ALWAYS_FAIL));
          }
        });
  }

  /**
   * Where one client stands in the logs: the offsets that it asks for in its next poll. The client
   * keeps these, and the checker works them out again from the history. Empty for a new client.
   */
  static final class Positions {
    private Map<String, Long> next = new LinkedHashMap<>();

    /** The next offset of each log assigned; a view. */
    public Map<String, Long> next() {
      return Collections.unmodifiableMap(next);
    }

    /**
     * Starts each of these logs at 0 if told so; else where it stood, else at the committed offset
     * itself, not behind it, else at 0. All other logs are forgotten.
     *
     * @param assign with the answer, unless it seeks to the beginning
     */
    public void assign(Assign assign) {
      Map<String, Long> committed = assign.committed() == null ? Map.of() : assign.committed();
      Map<String, Long> assigned = new LinkedHashMap<>();
      for (String key : assign.keys()) {
        Long own = assign.seekToBeginning() ? Long.valueOf(0) : next.get(key);
        assigned.put(key, own != null ? own : committed.getOrDefault(key, 0L));
      }
      next = assigned;
    }

    /** Steps behind the last message of each log in the answer, also of logs not asked for. */
    public void advance(Map<String, List<Entry>> answer) {
      answer.forEach((key, entries) -> next.merge(key, Poll.highestOffset(entries) + 1, Math::max));
    }
  }
}
