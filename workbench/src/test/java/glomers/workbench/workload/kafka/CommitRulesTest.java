package glomers.workbench.workload.kafka;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommitRulesTest {
  private final LogHistory history = new LogHistory();

  /** Messages 1 to 3 at the offsets 1 to 3; process 0 polls two of them and so commits 2. */
  @BeforeEach
  void commitTwo() {
    history.send(9, "k", 1, 1L).send(9, "k", 2, 2L).send(9, "k", 3, 3L);
    history.seek(9, "k").poll(9, "k", 1, 1, 2, 2, 3, 3).kill("n9");
    history.seek(0, "k").poll(0, "k", 1, 1, 2, 2);
  }

  @Test
  void acceptsCommittedOffset() {
    history.assign(0, Map.of("k", 2L), "k");
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsHigherCommitOfAnotherNode() {
    history.assign(0, Map.of("k", 3L), "k");
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsCommitThatWasNotAcknowledged() {
    history.send(9, "k", 4, 4L).assign(1, Map.of("k", 3L), "k").poll(1, "k", 3, 3, 4, 4);
    history.uncommittedPoll(0, "k", 3, 3, 4, 4).assign(0, Map.of("k", 4L), "k");
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsCommitThatIsUnderWay() {
    history.send(9, "k", 4, 4L);
    history.history.invoke(1, "poll", Poll.REQUEST);
    history.assign(0, Map.of("k", 4L), "k");
    history.history.ok(1, new Poll(Map.of("k", LogHistory.entries(4, 4))));
    Verdicts.on(history).are("unasked-poll");
  }

  @Test
  @DisplayName("what a poll without an end committed is unknown: nothing listed later is invented")
  void judgesNoOffsetWhilePollNeverEnds() {
    history.history.invoke(1, "poll", Poll.REQUEST);
    history.assign(0, Map.of("k", 7L), "k");
    Verdicts.on(history).areGood();
  }

  @Test
  void rejectsOffsetThatNobodyCommitted() {
    history.assign(0, Map.of("k", 7L), "k");
    Verdicts.on(history)
        .are("invented-commit")
        .show("invented-commit", "{:key \"k\", :listed 7, :op {")
        .say(
            "invented-commit",
            "Offset 7 of key \"k\" was listed as committed by n0 at 0.016 s; no client had asked to"
                + " commit it.");
  }

  @Test
  void rejectsOffsetCommittedOnlyLater() {
    history.assign(1, Map.of("k", 4L), "k").send(9, "k", 4, 4L).poll(1, "k", 4, 4);
    Verdicts.on(history).are("invented-commit");
  }

  @Test
  void acceptsZeroForLogWithoutCommit() {
    history.assign(1, Map.of("j", 0L), "j");
    Verdicts.on(history).areGood();
  }

  @Test
  void rejectsCommitForgottenByItsNode() {
    history.assign(0, "k");
    Verdicts.on(history)
        .are("forgotten-commit")
        .show("forgotten-commit", "{:key \"k\", :committed 2, :listed nil, :ops [{")
        .say(
            "forgotten-commit",
            "The commit of offset 2 of key \"k\" was acknowledged by n0 at 0.014 s; later none was"
                + " listed by n0 at 0.016 s.");
  }

  @Test
  void rejectsLowerOffsetThanAcknowledged() {
    history.poll(0, "k", 3, 3).assign(0, Map.of("k", 2L), "k");
    Verdicts.on(history).are("forgotten-commit").show("forgotten-commit", ":listed 2");
  }

  @Test
  void acceptsCommitUnknownToAnotherNode() {
    history.assign(1, "k");
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsCommitForgottenByKilledNode() {
    history.kill("n0", "n2").assign(0, "k");
    Verdicts.on(history).areGood();
  }

  @Test
  void acceptsCommitForgottenByNodeKilledMeanwhile() {
    Assign assign = Assign.request(List.of("k"));
    history.history.invoke(0, "assign", assign);
    history.kill("n0");
    history.history.ok(0, assign.answered(Map.of()));
    Verdicts.on(history).areGood();
  }

  @Test
  @DisplayName("the shortest run of a failing one is a scenario: it must be judged alike")
  void acceptsCommitForgottenByPowerFailureInScenario() {
    Scenario<LogServer> scenario =
        Scenario.of(LogServer::new, 1, Duration.ZERO, 1).workload("kafka");
    scenario.invoke(0, "send", new Send("k", 1L, null));
    scenario.invoke(0, "assign", Assign.fromBeginning(List.of("k")));
    scenario.invoke(0, "poll", Poll.REQUEST);
    scenario.advance(Duration.ofSeconds(1));
    scenario.powerOff();
    scenario.powerOn();
    scenario.invoke(0, "assign", Assign.request(List.of("k")));
    scenario.assertHolds("forgotten-commit");
  }

  @Test
  void acceptsAnswerAskedForBeforeTheAcknowledgement() {
    Assign assign = Assign.request(List.of("k"));
    Poll poll = new Poll(Map.of("k", LogHistory.entries(1, 1)));
    History log = new History();
    List<Op> ops =
        List.of(
            op(0, 0, OpType.INVOKE, "send", new Send("k", 1L, null)),
            op(1, 0, OpType.OK, "send", new Send("k", 1L, 1L)),
            op(2, 0, OpType.INVOKE, "assign", Assign.fromBeginning(List.of("k"))),
            op(3, 0, OpType.OK, "assign", Assign.fromBeginning(List.of("k"))),
            op(4, 1, OpType.INVOKE, "assign", assign),
            op(5, 0, OpType.INVOKE, "poll", Poll.REQUEST),
            op(6, 0, OpType.OK, "poll", poll),
            op(7, 1, OpType.OK, "assign", assign.answered(Map.of())));
    ops.forEach(log::add);
    new Verdicts(new KafkaChecker().check(log)).areGood();
  }

  /** An entry of a process that talks to n0. */
  private static Op op(int index, int process, OpType type, String f, KafkaOp what) {
    return new Op(index, index, process, "n0", type, f, what, null, null, false);
  }

  @Test
  void rejectsCommitThatOtherNodesNeverLearn() {
    history.finalPhase().assign(1, "k");
    Verdicts.on(history)
        .are("unreplicated-commit")
        .say(
            "unreplicated-commit",
            "The commit of offset 2 of key \"k\" was acknowledged by n0 at 0.014 s; later none was"
                + " listed by n1 at 0.016 s.");
  }

  @Test
  void acceptsCommitThatEachNodeLearns() {
    history.finalPhase().assign(1, Map.of("k", 2L), "k").assign(0, Map.of("k", 2L), "k");
    Verdicts.on(history).areGood();
  }

  @Test
  @DisplayName("commits of the final phase itself have no time to reach other nodes")
  void acceptsFinalCommitUnknownToAnotherNode() {
    history.finalPhase().poll(0, "k", 3, 3).assign(1, Map.of("k", 2L), "k");
    Verdicts.on(history).areGood();
  }
}
