package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogRulesTest {
  private final LogHistory history = new LogHistory();

  @Test
  void acceptsSparseOffsets() {
    history.send(0, "k", 3, 1L).send(1, "k", 1_000, 2L).send(0, "k", 1L << 52, 3L);
    history.assign(0, "k").poll(0, "k", 3, 1, 1_000, 2).poll(0, "k", 1L << 52, 3);
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsSendsOfTwoProcessesAgainstRealTime() {
    history.send(0, "k", 7, 1L).send(1, "k", 2, 2L).assign(0, "k").poll(0, "k", 2, 2, 7, 1);
    Verdicts.on(history).areGood();
  }

  @Test
  void rejectsTwoMessagesAtOneOffset() {
    history.send(0, "k", 4, 1L).send(1, "k", 4, 2L).assign(0, "k").poll(0, "k", 4, 1, 4, 2);
    Verdicts.on(history)
        .are("inconsistent-offsets")
        .show("inconsistent-offsets", "{:key \"k\", :offset 4, :index 0, :values [1 2]}")
        .say(
            "inconsistent-offsets",
            "Offset 4 of key \"k\" holds different messages: message 1 according to n0 at"
                + " 0.001 s, message 2 according to n1 at 0.003 s.");
  }

  @Test
  void acceptsOneOffsetInTwoLogs() {
    history.send(0, "j", 4, 1L).send(1, "k", 4, 2L).assign(0, "j", "k");
    history.poll(
        0, LogHistory.answer("j", LogHistory.entries(4, 1), "k", LogHistory.entries(4, 2)));
    Verdicts.on(history).areGood();
  }

  @Test
  void rejectsMessageAtTwoOffsets() {
    history.send(0, "k", 0, 1L).send(2, "k", 1, 2L).assign(1, "k");
    history.poll(1, "k", 0, 1, 1, 2, 2, 1);
    Verdicts.on(history)
        .are("duplicate", "int-nonmonotonic-poll")
        .show("duplicate", "{:key \"k\", :value 1, :count 2, :offsets [0 2]}")
        .say(
            "duplicate",
            "Message 1 of key \"k\" is at 2 offsets: offset 0 according to n0 at 0.001 s, offset"
                + " 2 according to n1 at 0.007 s.");
  }

  @Test
  void rejectsWriteLostBeforePolledMessage() {
    history.send(0, "k", 0, 1L).send(0, "k", 1, 2L).assign(1, "k").poll(1, "k", 1, 2);
    Verdicts.on(history)
        .are("lost-write", "unseen", "assign-skip")
        .show("lost-write", "{:key \"k\", :value 1, :index 0, :max-read-index 1, :writer {")
        .say(
            "lost-write",
            "Message 1 of key \"k\" was acknowledged by n0 at 0.001 s for offset 0, and no poll"
                + " returned it, although n1 at 0.007 s returned message 2, at offset 1.");
  }

  @Test
  @DisplayName("an acknowledged message behind all polled ones is unseen, but not lost")
  void distinguishesUnseenFromLost() {
    history.send(0, "k", 0, 1L).send(0, "k", 1, 2L).send(0, "k", 2, 3L);
    history.assign(1, "k").poll(1, "k", 0, 1);
    Verdicts verdicts = Verdicts.on(history).are("unseen");
    assertThat(Edn.print(verdicts.result().details().get("unseen")))
        .isEqualTo("{:time 9000000, :unseen {\"k\" 2}, :messages {\"k\" (2 3)}}");
    verdicts.say("unseen", "2 acknowledged messages of key \"k\" are in no poll: 2, 3.");
  }

  @Test
  void acceptsMissingMessageThatNobodyAcknowledged() {
    history.unansweredSend(2, "k", 1L).refusedSend(0, "k", 2L).send(0, "k", 4, 3L);
    history.assign(0, "k").poll(0, "k", 4, 3);
    Verdicts.on(history).areGood();
  }

  @Test
  @DisplayName("a poll whose commit failed shows where messages are, but not that they were seen")
  void takesOffsetsFromUncommittedPolls() {
    history.unansweredSend(2, "k", 1L).send(0, "k", 1, 2L).send(0, "k", 2, 3L).assign(0, "k");
    history.uncommittedPoll(0, "k", 0, 1, 1, 2).poll(0, "k", 2, 3);
    Verdicts.on(history).are("lost-write", "unseen").show("lost-write", ":index 1");
  }

  @Test
  void listsCausesOfUnknownOutcomes() {
    history.unansweredSend(2, "k", 1L).unansweredSend(3, "k", 2L);
    assertThat(Verdicts.on(history).result().details().get("info-txn-causes"))
        .hasToString("Seq[values=[:net-timeout]]");
  }

  @Test
  void acceptsEmptyHistory() {
    Verdicts.on(history).areGood();
    assertThat(List.copyOf(Verdicts.on(history).result().details().keySet()))
        .containsExactly("worst-realtime-lag", "bad-error-types", "error-types", "info-txn-causes");
  }
}
