package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.WorstCases;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One case of something that is wrong: as results show it, and as a finding. */
final class Anomaly {
  /** How many values a list in results holds at most. */
  static final int LIST_MAX = 32;

  private static final Keyword KEY = Keyword.of("key");

  private final Map<Keyword, Object> edn = new LinkedHashMap<>();
  private final String sentence;
  private final List<Op> ops;
  private List<?> values = List.of();

  /**
   * A case without fields.
   *
   * @param ops what shows it, in the order in which they are to be read
   */
  Anomaly(String sentence, Op... ops) {
    this.sentence = sentence;
    this.ops = List.of(ops);
  }

  /** The same, about these messages or offsets. */
  Anomaly about(Collection<?> about) {
    values = about.stream().filter(Objects::nonNull).limit(LIST_MAX).toList();
    return this;
  }

  Anomaly with(String name, Object value) {
    edn.put(Keyword.of(name), value);
    return this;
  }

  Anomaly with(String name, Op op) {
    return with(name, op == null ? null : (Object) HistoryWriter.toEdn(op));
  }

  Anomaly with(String name, Op first, Op second) {
    return with(name, List.of(HistoryWriter.toEdn(first), HistoryWriter.toEdn(second)));
  }

  Map<Keyword, Object> toEdn() {
    return edn;
  }

  Finding toFinding(Type type) {
    Finding finding =
        Finding.invalid(type.rule, sentence)
            .withOps(ops)
            .withNodes(ops.stream().map(Op::node).distinct().toList())
            .withValues(values);
    return edn.get(KEY) instanceof String key ? finding.with(new Exhibit.Log(key)) : finding;
  }

  /** Anomalies of logs, the most important first. */
  enum Type {
    PHANTOM(
        Rule.stricter("phantom", "a poll must return only messages that someone tried to send")
            .withCases("times a poll returned what nobody had tried to send"),
        32),
    G1A(
        Rule.of("G1a", "a poll must not return a message whose send failed")
            .withTitle("message of a failed send")
            .withCases("times a poll returned a message whose send had failed"),
        32),
    G1C_REALTIME(
        Rule.of("G1c-realtime", "a poll must not return a message before its send began")
            .withTitle("message before its send")
            .withCases("times a poll returned a message before its send began"),
        8),
    INCONSISTENT_OFFSETS(
        Rule.of("inconsistent-offsets", "an offset of a log must hold one message only")
            .withCases("offsets hold different messages"),
        32),
    DUPLICATE(
        Rule.of("duplicate", "a message must be at one offset of its log only")
            .withCases("messages are at more than one offset"),
        32),
    LOST_WRITE(
        Rule.of(
                "lost-write",
                "an acknowledged message must be in some poll if a later message of its log is")
            .withCases("acknowledged messages are in no poll, although later ones are"),
        32),
    UNSEEN(
        Rule.of("unseen", "each acknowledged message must be in some poll in the end")
            .withCases("keys have acknowledged messages that are in no poll in the end"),
        32),
    POLL_SKIP(
        Rule.of("poll-skip", "a process's next poll of a log must go on where its last one ended")
            .withCases("times the next poll of a client left messages out"),
        8),
    NONMONOTONIC_POLL(
        Rule.of("nonmonotonic-poll", "a process's polls of a log must not go back")
            .withCases("times the next poll of a client went back"),
        8),
    INT_POLL_SKIP(
        Rule.of("int-poll-skip", "a poll must not leave out messages in between")
            .withCases("times a poll left out messages in between"),
        8),
    INT_NONMONOTONIC_POLL(
        Rule.of("int-nonmonotonic-poll", "a poll's messages of a log must be at rising offsets")
            .withCases("times offsets fell within a poll"),
        8),
    ASSIGN_SKIP(
        Rule.stricter(
                "assign-skip",
                "the first message polled after an assign must be the lowest at or above the"
                    + " position assigned")
            .withCases("times the first poll after an assign left messages out"),
        8),
    UNASKED_POLL(
        Rule.stricter(
                "unasked-poll", "a poll must return only logs, and offsets, that it was asked for")
            .withCases("times a poll returned what it was not asked for"),
        8),
    NONMONOTONIC_SEND(
        Rule.of("nonmonotonic-send", "a process's sends to a log must be at rising offsets")
            .withCases("times the next send of a client got a lower offset"),
        8),
    NONMONOTONIC_SEND_OVER_ASSIGN(
        Rule.stricter(
                "nonmonotonic-send-over-assign",
                "a process's sends to a log must be at rising offsets, also if an assign comes"
                    + " between")
            .withCases("times the next send of a client got a lower offset after an assign"),
        8),
    INVENTED_COMMIT(
        Rule.stricter(
                "invented-commit",
                "a committed offset listed must be one that someone tried to commit")
            .withCases("times an offset was listed that nobody had committed"),
        8),
    FORGOTTEN_COMMIT(
        Rule.stricter(
                "forgotten-commit",
                "a node must list at least the committed offset that it has acknowledged, until it"
                    + " is killed")
            .withCases("times a node listed less than it had acknowledged"),
        8),
    UNREPLICATED_COMMIT(
        Rule.stricter(
                "unreplicated-commit",
                "in the end each node must list at least the committed offset that any has"
                    + " acknowledged")
            .withCases("times a node listed less in the end than another had acknowledged"),
        8);

    final Rule rule;

    /** How many examples are shown. */
    final int shownMax;

    Type(Rule rule, int shownMax) {
      this.rule = rule;
      this.shownMax = shownMax;
    }
  }

  /** What is wrong with logs. */
  static final class Cases extends WorstCases<Type, Anomaly> {
    Cases() {
      super(Type.class, type -> type.shownMax);
    }
  }
}
