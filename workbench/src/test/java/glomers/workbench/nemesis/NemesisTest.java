package glomers.workbench.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glomers.workbench.edn.Edn;
import glomers.workbench.fault.Act;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.history.Recorder;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NemesisTest {
  private static final long SECOND = 1_000_000_000L;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(100_000);
  private final Recorder recorder = new Recorder(scheduler, op -> {});
  private final RecordedFault fault = new RecordedFault("n1");
  private final RecordedNodes nodes = new RecordedNodes();

  private Nemesis nemesis(long seed, Fault... faults) {
    return new Nemesis(
        scheduler,
        recorder,
        new SplittableRandom(seed),
        10 * SECOND,
        RecordedFault.target(nodes),
        List.of(faults));
  }

  private List<Op> entries() {
    return recorder.history().ops();
  }

  @Test
  void theFirstFaultStartsAtOnce() {
    Nemesis nemesis = nemesis(1, fault);
    nemesis.begin();
    assertThat(fault.calls).hasSize(1).first().asString().startsWith("start choice");
    assertThat(nemesis.active()).containsExactly("n1");
    assertThat(nodes.calls).containsExactly("pause n1");
  }

  @Test
  void aFaultStopsAndStartsInTurn() {
    nemesis(1, fault).begin();
    scheduler.runUntil(500 * SECOND);
    assertThat(fault.calls).hasSizeGreaterThan(20);
    for (int i = 0; i < fault.calls.size(); i++) {
      assertThat(fault.calls.get(i)).startsWith(i % 2 == 0 ? "start" : "stop");
    }
  }

  @Test
  void eachTurnIsRecordedBeforeAndAfter() {
    nemesis(1, fault).begin();
    scheduler.runUntil(20 * SECOND);
    String choice = fault.calls.get(0).substring("start ".length());
    assertThat(entries()).allMatch(op -> op.process() == Op.NEMESIS && op.type() == OpType.INFO);
    assertThat(entries().subList(0, 4))
        .extracting(op -> op.f() + ": " + Edn.print(op.value()))
        .containsExactly(
            "start-pause: \"" + choice + "\"",
            "start-pause: [:paused [\"n1\"]]",
            "stop-pause: nil",
            "stop-pause: [:resumed [\"n1\"]]");
    assertThat(nodes.calls).startsWith("pause n1", "resume n1");
  }

  @Test
  void pausesAverageTheInterval() {
    nemesis(1, fault).begin();
    scheduler.runUntil(20_000 * SECOND);
    List<Double> pauses = new ArrayList<>();
    for (int i = 2; i < entries().size(); i += 2) {
      pauses.add((entries().get(i).timeNanos() - entries().get(i - 2).timeNanos()) / 1e9);
    }
    assertThat(pauses).hasSizeGreaterThan(1_500).allMatch(pause -> pause >= 0 && pause < 20);
    assertThat(pauses).anyMatch(pause -> pause < 1).anyMatch(pause -> pause > 19);
    assertThat(pauses.stream().mapToDouble(each -> each).average().orElseThrow())
        .isCloseTo(10, within(0.5));
  }

  @Test
  void endStopsAllFaultsForGood() {
    Nemesis nemesis = nemesis(1, fault);
    nemesis.begin();
    nemesis.end();
    assertThat(nemesis.active()).isEmpty();
    assertThat(fault.calls).hasSize(2).last().isEqualTo("stop");
    scheduler.runUntil(500 * SECOND);
    assertThat(fault.calls).hasSize(2);
    assertThat(entries()).last().extracting(Op::value).isEqualTo(Act.RESUME.to(List.of("n1")));
  }

  @Test
  void endMendsWhatIsNotBrokenToo() {
    Nemesis nemesis = nemesis(1, fault);
    nemesis.begin();
    while (!nemesis.active().isEmpty()) {
      scheduler.runUntil(scheduler.nowNanos() + SECOND / 10);
    }
    nemesis.end();
    assertThat(fault.calls).hasSize(3).endsWith("stop", "stop");
  }

  @Test
  void faultsComeAndGoEachByItself() {
    RecordedFault other = new RecordedFault("n2");
    Nemesis nemesis = nemesis(1, fault, other);
    nemesis.begin();
    assertThat(nemesis.active()).containsExactly("n1", "n2");
    scheduler.runUntil(500 * SECOND);
    assertThat(times("n1")).isNotEqualTo(times("n2"));
    nemesis.end();
    assertThat(fault.calls).last().isEqualTo("stop");
    assertThat(other.calls).last().isEqualTo("stop");
  }

  private List<Long> times(String node) {
    return entries().stream()
        .filter(op -> Act.PAUSE.to(List.of(node)).equals(op.value()))
        .map(Op::timeNanos)
        .toList();
  }

  @Test
  void withoutFaultsNothingIsRecorded() {
    Nemesis nemesis = nemesis(1);
    nemesis.begin();
    nemesis.end();
    assertThat(entries()).isEmpty();
  }

  @Test
  void theSeedDecidesWhatHappensWhen() {
    List<List<Op>> runs =
        IntStream.of(1, 1, 2).mapToObj(seed -> run(seed).history().ops()).toList();
    assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
  }

  private static Recorder run(long seed) {
    NemesisTest test = new NemesisTest();
    test.nemesis(seed, test.fault).begin();
    test.scheduler.runUntil(200 * SECOND);
    return test.recorder;
  }
}
