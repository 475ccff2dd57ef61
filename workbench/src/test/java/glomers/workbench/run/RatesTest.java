package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glomers.workbench.checker.Sentences;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.Op;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final long SECOND = 1_000_000_000L;

  private static List<Op> invocations(Trace trace) {
    return trace.ops(Op::isInvoke);
  }

  private static Rate rate(Trace trace) {
    return trace.outcome().rate().orElseThrow();
  }

  @Test
  void keepsTwoThousandPerSecond() {
    Trace trace = SimulatedTest.of("echo", TestServers::echo).rate(2_000).run();
    assertThat((double) invocations(trace).size()).isCloseTo(40_000, within(400.0));
    assertThat(rate(trace).achieved()).isCloseTo(2_000, within(20.0));
    assertThat(rate(trace).kept()).isTrue();
  }

  /** Of one run a few percent may be chance; over many it evens out. */
  @Test
  void tenASecondAreKept() {
    int sum = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Trace trace = SimulatedTest.of("echo", TestServers::echo).seed(seed).run();
      assertThat(invocations(trace).size()).isBetween(170, 230);
      sum += invocations(trace).size();
    }
    assertThat(sum / 20.0).isCloseTo(200, within(6.0));
  }

  @Test
  void gapsLieBetweenZeroAndTwiceTheirMean() {
    List<Op> ops = invocations(SimulatedTest.of("echo", TestServers::echo).nodes(5).run());
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (int i = 1; i < ops.size(); i++) {
      long gap = ops.get(i).timeNanos() - ops.get(i - 1).timeNanos();
      shortest = Math.min(shortest, gap);
      longest = Math.max(longest, gap);
    }
    assertThat(longest).isBetween(SECOND / 10, SECOND / 5);
    assertThat(shortest).isLessThan(SECOND / 50);
  }

  @Test
  void nothingBeginsAfterTheTimeLimit() {
    List<Op> ops = invocations(SimulatedTest.of("echo", TestServers::echo).rate(500).run());
    assertThat(ops).allMatch(op -> op.timeNanos() < 20 * SECOND);
    assertThat(ops.get(0).timeNanos()).as("the first begins at once").isZero();
    assertThat(ops.get(ops.size() - 1).timeNanos()).isGreaterThan(19 * SECOND);
  }

  /** Two workers with answers after 1 s can perform two operations per second, not ten. */
  @Test
  void reportsRateThatWorkersCannotKeep() {
    Trace trace =
        SimulatedTest.of("echo", node -> TestServers.slowEcho(node, Duration.ofSeconds(1)))
            .nodes(2)
            .run();
    assertThat(trace.validity()).as(trace.explain()).isEqualTo(Validity.VALID);
    assertThat(rate(trace).kept()).isFalse();
    assertThat(rate(trace).requested()).isEqualTo(10);
    assertThat(rate(trace).achieved()).isCloseTo(2, within(0.3));
    assertThat(rate(trace).heldUpFraction()).isBetween(0.5, 0.9);
  }

  @Test
  void moreWorkersKeepRateDespiteSlowReplies() {
    Trace trace =
        SimulatedTest.of("echo", node -> TestServers.slowEcho(node, Duration.ofSeconds(1)))
            .nodes(2)
            .workersEach(20)
            .run();
    assertThat(rate(trace).kept()).isTrue();
    assertThat(rate(trace).heldUpFraction()).isZero();
  }

  @Test
  void aWorkerDoesOneOperationAtATime() {
    Trace trace =
        SimulatedTest.of("echo", node -> TestServers.slowEcho(node, Duration.ofSeconds(1)))
            .nodes(3)
            .run();
    for (int i = 0; i < 3; i++) {
      int process = i;
      List<Op> ops = trace.ops(op -> op.process() == process);
      for (int j = 0; j < ops.size(); j++) {
        assertThat(ops.get(j).isInvoke()).isEqualTo(j % 2 == 0);
      }
    }
  }

  @Test
  void rateOfZeroBeginsNoOperations() {
    Trace trace = SimulatedTest.of("echo", TestServers::echo).rate(0).run();
    assertThat(trace.ops()).isEmpty();
    assertThat(trace.endNanos()).isEqualTo(20 * SECOND);
    assertThat(rate(trace)).isEqualTo(new Rate(0, 0, 0));
    assertThat(rate(trace).kept()).isTrue();
  }

  @Test
  void rateOfZeroHasFinalOperations() {
    Trace trace = SimulatedTest.of("broadcast", Flood::new).nodes(3).rate(0).run();
    assertThat(invocations(trace)).hasSize(3).allMatch(Op::isFinal);
    assertThat(trace.validity()).as("nothing to judge by").isEqualTo(Validity.UNKNOWN);
  }

  @Test
  void toleratesTwoPercentOfDelay() {
    assertThat(new Rate(10, 9.9, 0.02).kept()).isTrue();
    assertThat(new Rate(10, 9.7, 0.021).kept()).isFalse();
  }

  private static String warning(Trace trace, int workers) {
    TestOptions options =
        new OptionsBuilder().workload("echo").nodeCount(1).concurrency("" + workers).build();
    return RateWarning.of(rate(trace), options, trace.outcome().history());
  }

  @Test
  void theWarningNamesTimeouts() {
    Trace trace = SimulatedTest.of("echo", TestServers::silentEcho).run();
    assertThat(warning(trace, 1))
        .contains("the only worker was busy")
        .contains("4 operations waited in vain for a reply until the timeout");
  }

  @Test
  void theWarningAsksForMoreWorkers() {
    Trace trace =
        SimulatedTest.of("echo", node -> TestServers.slowEcho(node, Duration.ofSeconds(1))).run();
    assertThat(warning(trace, 2))
        .contains("all 2 workers were busy")
        .contains("raise --concurrency (such as 4n)");
  }

  @Test
  void aNumberAgreesWithItsNoun() {
    assertThat(Sentences.count(0, "operation")).isEqualTo("0 operations");
    assertThat(Sentences.count(1, "operation")).isEqualTo("1 operation");
    assertThat(Sentences.count(2_000, "operation")).isEqualTo("2,000 operations");
  }
}
