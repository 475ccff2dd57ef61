package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadRulesTest {
  private final LogHistory history = new LogHistory();

  @Test
  void rejectsMessageThatNobodySent() {
    history.send(0, "k", 0, 1L).assign(0, "k").poll(0, "k", 0, 1, 1, 9).poll(0, "k");
    Verdicts verdicts =
        Verdicts.on(history)
            .are("phantom")
            .say(
                "phantom",
                "Message 9 of key \"k\" was returned by n0 at 0.005 s, at offset 1; nobody ever"
                    + " tried to send it.");
    assertThat((List<?>) verdicts.result().details().get("broken-rules")).hasSize(1);
  }

  @Test
  void rejectsMessageOfAnotherLog() {
    history.send(0, "j", 0, 1L).assign(0, "j", "k").poll(0, "j", 0, 1).poll(0, "k", 0, 1);
    Verdicts.on(history).are("phantom");
  }

  @Test
  void rejectsPhantomInUncommittedPoll() {
    history.assign(0, "k").uncommittedPoll(0, "k", 0, 9);
    Verdicts.on(history).are("phantom");
  }

  @Test
  void rejectsMessageWhoseSendFailed() {
    history.refusedSend(0, "k", 1L).assign(1, "k").poll(1, "k", 0, 1);
    Verdicts.on(history)
        .are("G1a")
        .show("G1a", "{:key \"k\", :value 1, :writer {", ":reader {")
        .say(
            "G1a",
            "Message 1 of key \"k\" was returned by n1 at 0.005 s, although its send failed on n0"
                + " at 0.001 s with [:abort \"no\"].");
  }

  @Test
  void acceptsMessageWhoseSendWasNotAnswered() {
    history.unansweredSend(0, "k", 1L).assign(1, "k").poll(1, "k", 0, 1);
    Verdicts.on(history).areGood();
  }

  @Test
  void rejectsMessagePolledBeforeItsSendBegan() {
    history.assign(1, "k").poll(1, "k", 0, 1).send(0, "k", 0, 1L);
    Verdicts.on(history)
        .are("G1c-realtime", "strong-PL-2-cycle-exists")
        .show("G1c-realtime", "{:type :wr, :key \"k\", :value 1", "{:type :realtime}")
        .say(
            "G1c-realtime",
            "Message 1 of key \"k\" was returned by n1 at 0.003 s, before its send to n0 at 0.004 s"
                + " began.");
  }

  @Test
  void acceptsMessagePolledBeforeItsSendEnded() {
    history.assign(1, "k").invokeSend(0, "k", 1L).poll(1, "k", 0, 1);
    history.history.ok(0, new Send("k", 1L, 0L));
    Verdicts.on(history).areGood();
  }
}
