package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PollRulesTest {
  private final LogHistory history = new LogHistory();

  /** Messages 1 to 5 at the offsets 10 to 50, all polled by process 9. */
  @BeforeEach
  void sendFiveMessages() {
    for (int i = 1; i <= 5; i++) {
      history.send(8, "k", 10 * i, (long) i);
    }
    history.seek(9, "k").poll(9, "k", 10, 1, 20, 2, 30, 3, 40, 4, 50, 5);
  }

  @Test
  void acceptsPollsThatFollowOnOneAnother() {
    history.assign(0, "k").poll(0, "k", 10, 1, 20, 2).poll(0, "k").poll(0, "k", 30, 3, 40, 4);
    Verdicts.on(history).areGood();
  }

  @Test
  void rejectsSkipFromPollToPoll() {
    history.assign(0, "k").poll(0, "k", 10, 1).poll(0, "k").poll(0, "k", 40, 4);
    Verdicts.on(history)
        .are("poll-skip")
        .show("poll-skip", "{:key \"k\", :delta 3, :skipped (2 3), :ops [{")
        .say(
            "poll-skip",
            "One client (process 0) polled message 1 of key \"k\" from n0 at 0.017 s, and then"
                + " message 4 from n0 at 0.021 s: it skipped 2, 3.");
  }

  @Test
  @DisplayName("a commit that is refused loses its poll, as in Maelstrom, and so skips")
  void rejectsSkipOverUncommittedPoll() {
    history.assign(0, "k").poll(0, "k", 10, 1).uncommittedPoll(0, "k", 20, 2);
    history.poll(0, "k", 30, 3);
    Verdicts.on(history).are("poll-skip");
  }

  @Test
  @DisplayName("what a poll without an acknowledged commit returned counts here, not in Maelstrom")
  void judgesUncommittedPollsMoreStrictly() {
    history.assign(0, "k").uncommittedPoll(0, "k", 20, 2, 10, 1);
    Verdicts.on(history).are("int-nonmonotonic-poll", "assign-skip").areStricter();
    history.assign(1, "k").poll(1, "k", 20, 2, 10, 1);
    Verdicts.on(history).are("int-nonmonotonic-poll", "assign-skip").areMaelstroms();
  }

  @Test
  void rejectsStepBackFromPollToPoll() {
    history.assign(0, "k").poll(0, "k", 10, 1, 20, 2).poll(0, "k", 20, 2);
    Verdicts.on(history)
        .are("nonmonotonic-poll", "unasked-poll")
        .show("nonmonotonic-poll", "{:key \"k\", :values [2 2], :delta 0, :ops [{")
        .show("unasked-poll", "{:key \"k\", :asked 21, :offsets [20], :op {")
        .say(
            "nonmonotonic-poll",
            "One client (process 0) polled message 2 of key \"k\" from n0 at 0.017 s, and then"
                + " the same message from n0 at 0.019 s: a poll must go on after the one before.");
  }

  @Test
  void tellsStepBackToAnotherMessage() {
    history.assign(0, "k").poll(0, "k", 10, 1, 20, 2).poll(0, "k", 10, 1);
    Verdicts.on(history)
        .say(
            "nonmonotonic-poll",
            "One client (process 0) polled message 2 of key \"k\" from n0 at 0.017 s, and then"
                + " message 1 from n0 at 0.019 s: that one does not come later in the log.");
  }

  @Test
  void rejectsSkipInsidePoll() {
    history.assign(0, "k").poll(0, "k", 10, 1, 50, 5);
    Verdicts.on(history)
        .are("int-poll-skip")
        .show("int-poll-skip", ":values [1 5], :delta 4, :skipped (2 3 4)")
        .say(
            "int-poll-skip",
            "A poll of n0 at 0.017 s returned message 1 of key \"k\", and then message"
                + " 5: it skipped 2, 3, 4.");
  }

  @Test
  void rejectsFallingOffsetsInsidePoll() {
    history.assign(0, "k").poll(0, "k", 10, 1, 20, 2, 10, 1, 20, 2);
    Verdicts.on(history)
        .are("int-nonmonotonic-poll")
        .show("int-nonmonotonic-poll", ":values [2 1], :delta -1");
  }

  @Test
  void startsAnewAfterAssignWithoutTheKey() {
    history.assign(0, "k").poll(0, "k", 10, 1).assign(0, "j").assign(0, Map.of("k", 50L), "k");
    history.poll(0, "k", 50, 5);
    Verdicts.on(history).areGood();
  }

  @Test
  void goesOnAfterAssignWithTheKey() {
    history.assign(0, "k").poll(0, "k", 10, 1).assign(0, Map.of("k", 50L), "j", "k");
    history.poll(0, "k", 50, 5);
    Verdicts.on(history).are("poll-skip");
  }

  @Test
  void goesOnAfterAssignThatFailed() {
    history.assign(0, "k").poll(0, "k", 10, 1).unansweredAssign(0, "j").poll(0, "k", 20, 2);
    Verdicts.on(history).areGood();
  }

  @Test
  void startsAnewAfterSeek() {
    history.assign(0, "k").poll(0, "k", 10, 1, 20, 2).seek(0, "k").poll(0, "k", 10, 1);
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsFirstMessageAtCommittedOffset() {
    history.assign(0, Map.of("k", 50L), "k").poll(0, "k", 50, 5);
    Verdicts.on(history).areGood();
  }

  @Test
  void rejectsSkipAfterAssign() {
    history.assign(0, Map.of("k", 50L), "j").assign(0, Map.of(), "k").poll(0, "k", 30, 3);
    Verdicts.on(history)
        .are("assign-skip")
        .show("assign-skip", "{:key \"k\", :asked 0, :offset 30, :skipped (1 2), :op {")
        .say(
            "assign-skip",
            "One client (process 0) polls key \"k\" from offset 0 on; the first answer, by n0 at"
                + " 0.019 s, begins at offset 30 and skips 1, 2.");
  }

  @Test
  void rejectsSkipAfterSeek() {
    history.seek(0, "k").poll(0, "k", 20, 2);
    Verdicts.on(history).are("assign-skip");
  }

  @Test
  void rejectsLogThatWasNotAskedFor() {
    history.assign(0, "j").poll(0, "k", 10, 1);
    Verdicts.on(history)
        .are("unasked-poll")
        .show("unasked-poll", ":asked nil")
        .say(
            "unasked-poll",
            "A poll returned messages of key \"k\", for which it was not asked: n0 at 0.017 s.");
  }

  @Test
  void rejectsOffsetBelowTheOneAskedFor() {
    history.assign(0, Map.of("k", 50L), "k").poll(0, "k", 40, 4, 50, 5);
    Verdicts.on(history)
        .are("unasked-poll")
        .say(
            "unasked-poll",
            "A poll of key \"k\" from offset 50 on returned the lower offset 40: n0 at 0.017 s.");
  }

  @Test
  void countsAllCasesAndShowsTheWorst() {
    history.assign(0, "k");
    for (int i = 0; i < 20; i++) {
      history.seek(0, "k").poll(0, "k", 10, 1, i == 13 ? 50 : 30, i == 13 ? 5 : 3);
    }
    Verdicts verdicts = Verdicts.on(history).are("int-poll-skip").show("int-poll-skip", ":delta 4");
    assertThat(verdicts.count("int-poll-skip")).isEqualTo(20);
    assertThat(verdicts.result().findings()).hasSize(8);
  }
}
