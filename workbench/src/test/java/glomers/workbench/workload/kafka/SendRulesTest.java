package glomers.workbench.workload.kafka;

import org.junit.jupiter.api.Test;

class SendRulesTest {
  private final LogHistory history = new LogHistory();

  private void pollAll() {
    history.seek(9, "k").poll(9, "k", 3, 2, 7, 1);
  }

  @Test
  void rejectsSendsOfOneProcessAtFallingOffsets() {
    history.send(0, "k", 7, 1L).send(0, "k", 3, 2L);
    pollAll();
    Verdicts.on(history)
        .are("nonmonotonic-send")
        .show("nonmonotonic-send", "{:key \"k\", :values [1 2], :delta -1, :ops [{")
        .say(
            "nonmonotonic-send",
            "One client (process 0) sent message 1 of key \"k\" to n0 at 0.001 s and then message 2"
                + " to n0 at 0.003 s, but the later one is at offset 3, not behind the earlier one"
                + " at 7.");
  }

  @Test
  void rejectsThemIfOnlyPollsShowOffset() {
    history.send(0, "k", 7, 1L).unansweredSend(0, "k", 2L);
    pollAll();
    Verdicts.on(history).are("nonmonotonic-send");
  }

  @Test
  void rejectsThemOverAnAssign() {
    history.send(0, "k", 7, 1L).assign(0, "j").send(0, "k", 3, 2L);
    pollAll();
    Verdicts.on(history).are("nonmonotonic-send-over-assign");
  }

  @Test
  void rejectsThemOverAssignOfSameKey() {
    history.send(0, "k", 7, 1L).assign(0, "j", "k").send(0, "k", 3, 2L);
    pollAll();
    Verdicts.on(history).are("nonmonotonic-send");
  }

  @Test
  void ignoresRefusedSends() {
    history.send(0, "k", 3, 2L).refusedSend(0, "k", 4L).send(0, "k", 7, 1L);
    pollAll();
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsSendsOfTwoProcessesAtFallingOffsets() {
    history.send(0, "k", 7, 1L).send(1, "k", 3, 2L);
    pollAll();
    Verdicts.on(history).areGood();
  }
}
