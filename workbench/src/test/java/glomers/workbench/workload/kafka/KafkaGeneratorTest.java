package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Turn;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KafkaGeneratorTest {
  private static final int WORKERS = 4;

  private final RandomGenerator random = new SplittableRandom(3);
  private final KafkaGenerator generator =
      new KafkaGenerator(
          new OptionsBuilder().workload("kafka").nodeCount(2).concurrency("2n").build());

  private Turn turn(int worker, double seconds) {
    return new Turn(worker, (long) (seconds * 1e9), random);
  }

  private Invocation next(double seconds) {
    return generator.next(turn(0, seconds)).orElseThrow();
  }

  private void ok(int process, boolean isFinal, String f, KafkaOp what) {
    Op op = new Op(1, 0, process, "n0", OpType.OK, f, what, null, null, isFinal);
    generator.completed(process % 4, op, op); // of 4 workers
  }

  @Test
  @DisplayName("20,000 operations: 48 % sends, 1.6 % assigns, some 610 keys, crashes every 7.5 s")
  void mixesOperationsAsMaelstromDoes() {
    Map<String, Integer> counts = new HashMap<>();
    TreeSet<String> keys = new TreeSet<>();
    for (int i = 0; i < 20_000; i++) {
      Invocation operation = next(i / 100.0);
      counts.merge(operation.f(), 1, Integer::sum);
      if (operation.value() instanceof Send send) {
        keys.add(send.key());
      }
    }
    assertThat(counts.get("send")).isBetween(9_300, 9_900);
    assertThat(counts.get("poll")).isBetween(9_600, 10_300);
    assertThat(counts.get("assign")).isBetween(240, 390);
    assertThat(counts.get("crash")).isBetween(18, 38);
    assertThat(keys.size()).isBetween(580, 640);
  }

  @Test
  void firstOperationIsACrash() {
    assertThat(next(0)).isEqualTo(KafkaGenerator.CRASH);
    assertThat(next(0).f()).isNotEqualTo("crash");
  }

  @Test
  @DisplayName("an assign does not replace the operation that is due: no send is left out")
  void assignLeavesTheOperationDue() {
    Map<String, Long> last = new HashMap<>();
    boolean sentRightAfterItsAssign = false;
    Assign before = null;
    for (int i = 0; i < 3_000; i++) {
      Invocation operation = next(0);
      if (operation.value() instanceof Send send) {
        assertThat(send.message()).isEqualTo(last.getOrDefault(send.key(), 0L) + 1);
        last.put(send.key(), (Long) send.message());
        sentRightAfterItsAssign |= before != null && before.keys().equals(List.of(send.key()));
      }
      before = operation.value() instanceof Assign assign ? assign : null;
    }
    assertThat(sentRightAfterItsAssign).isTrue();
  }

  private List<Assign> assigns(int count) {
    List<Assign> assigns = new ArrayList<>();
    while (assigns.size() < count) {
      if (next(0).value() instanceof Assign assign) {
        assigns.add(assign);
      }
    }
    return assigns;
  }

  @Test
  void everyThirdAssignTakesInUnseenLogs() {
    ok(0, false, "send", new Send("a", 1L, 0L));
    ok(1, false, "send", new Send("b", 1L, 7L));
    ok(2, false, "poll", new Poll(Map.of("b", List.of(new Entry(6, 1L)))));
    List<Assign> assigns = assigns(300);
    List<Assign> catchUps =
        assigns.stream().filter(assign -> assign.keys().containsAll(List.of("a", "b"))).toList();
    assertThat(catchUps.size()).isBetween(75, 125);
    assertThat(assigns)
        .allMatch(assign -> assign.keys().size() == (catchUps.contains(assign) ? 3 : 1));

    ok(2, false, "poll", new Poll(Map.of("b", List.of(new Entry(7, 2L)))));
    assertThat(assigns(100)).noneMatch(assign -> assign.keys().contains("b"));
  }

  @Test
  void finalPhaseReadsAllLogsToTheirEnds() {
    ok(0, false, "send", new Send("a", 1L, 2L));
    ok(1, false, "poll", new Poll(Map.of("b", List.of(new Entry(6, 1L)))));
    FinalPhase last = generator.finalPhase().orElseThrow();
    assertThat(last.timeLimit()).isEqualTo(Duration.ofSeconds(10));
    assertThat(last.meanPause()).isEqualTo(Duration.ofMillis(200));
    for (int worker = 0; worker < WORKERS; worker++) {
      int process = worker + WORKERS; // after the crash
      assertThat(next(last, worker)).isEqualTo(KafkaGenerator.CRASH);
      if (worker < 2) { // one for each node
        assertThat(next(last, worker).value()).isEqualTo(Assign.request(List.of("a", "b")));
      }
      assertThat(next(last, worker).value()).isEqualTo(Assign.fromBeginning(List.of("a", "b")));
      assertThat(next(last, worker).f()).isEqualTo("poll");
      ok(process, true, "poll", new Poll(Map.of("a", List.of(new Entry(2, 1L)))));
      assertThat(next(last, worker).f()).isEqualTo("poll");
      ok(process, true, "poll", new Poll(Map.of("b", List.of(new Entry(5, 1L)))));
      assertThat(next(last, worker).f()).isEqualTo("poll");
      ok(process, true, "poll", new Poll(Map.of("b", List.of(new Entry(6, 1L)))));
      assertThat(last.next(turn(worker, 1))).isEmpty();
    }
  }

  private Invocation next(FinalPhase phase, int worker) {
    return phase.next(turn(worker, 1)).orElseThrow();
  }

  @Test
  @DisplayName("a new client, after a final poll without an answer, begins at the beginning, too")
  void finalPollIsRepeatedByANewClient() {
    ok(0, false, "send", new Send("7", 1, 5L));
    FinalPhase last = generator.finalPhase().orElseThrow();
    while (!next(last, 3).equals(KafkaGenerator.POLL)) {}
    Op poll = new Op(1, 0, 3, "n1", OpType.INFO, "poll", new Poll(Map.of()), null, null, true);
    generator.completed(3, poll, poll);
    assertThat(next(last, 3).value()).isEqualTo(Assign.fromBeginning(List.of("7")));
    assertThat(next(last, 3)).isEqualTo(KafkaGenerator.POLL);
  }

  @Test
  void finalPhaseIsEmptyWithoutOffsets() {
    assertThat(generator.finalPhase().flatMap(phase -> phase.next(turn(0, 0))))
        .isEqualTo(Optional.empty());
  }
}
