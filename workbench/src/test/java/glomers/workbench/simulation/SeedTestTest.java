package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import glomers.workbench.report.ShellWords;
import glomers.workbench.run.Flood;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs tests within the test, and looks at what JUnit tells of them. */
class SeedTestTest {
  private static final List<String> PROPERTIES = List.of("glomers.seed", "glomers.seeds");
  private static final String SAMPLE = "glomers.sample";
  private static final List<Long> SEEDS = new ArrayList<>();

  private final List<String> before = PROPERTIES.stream().map(System::getProperty).toList();

  @BeforeEach
  void reset() {
    SEEDS.clear();
    PROPERTIES.forEach(System::clearProperty);
  }

  @AfterEach
  void restore() {
    for (int i = 0; i < PROPERTIES.size(); i++) {
      if (before.get(i) == null) {
        System.clearProperty(PROPERTIES.get(i));
      } else {
        System.setProperty(PROPERTIES.get(i), before.get(i));
      }
    }
  }

  /** Keeps samples from being run by themselves, whatever a build takes to be tests. */
  static final class WithinTest implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(SAMPLE).isPresent()
          ? ConditionEvaluationResult.enabled("within a test")
          : ConditionEvaluationResult.disabled("a sample for a test");
    }
  }

  @ExtendWith(WithinTest.class)
  abstract static class Sample {}

  static final class Passing extends Sample {
    @SeedTest(5)
    void passes(long seed) {
      SEEDS.add(seed);
    }
  }

  static final class ByDefault extends Sample {
    @SeedTest
    void passes(long seed) {
      SEEDS.add(seed);
    }
  }

  static final class Failing extends Sample {
    @SeedTest(5)
    void fails(long seed) {
      SEEDS.add(seed);
      assertThat(seed).as("the third").isNotEqualTo(2);
    }
  }

  static final class Assuming extends Sample {
    @SeedTest(4)
    void isSkipped(long seed) {
      SEEDS.add(seed);
      Assumptions.assumeTrue(seed % 2 == 0);
    }
  }

  static final class WithTwo extends Sample {
    @SeedTest(3)
    void passes(long seed) {
      SEEDS.add(seed);
    }

    @SeedTest(3)
    void failsAtOnce(long seed) {
      throw new IllegalStateException("no");
    }
  }

  static final class Losing extends Sample {
    @SeedTest(20)
    void losesNothing(long seed) {
      Simulation.of(Flood::new)
          .workload("broadcast")
          .nodes(3)
          .timeLimit(Duration.ofSeconds(10))
          .nemesis("partition")
          .seed(seed)
          .run()
          .assertValid();
    }
  }

  /** Fixes nothing but what it is about. */
  static final class Drawing extends Sample {
    @SeedTest(20)
    void losesNothing(long seed) {
      Simulation.of(Flood::new)
          .workload("broadcast")
          .nemesis("partition")
          .seed(seed)
          .run()
          .assertValid();
    }
  }

  static final class Unanswered extends Sample {
    @SeedTest(3)
    void staysRight(long seed) {
      Simulation.of(node -> node)
          .workload("lin-kv")
          .nemesis("partition")
          .seed(seed)
          .run()
          .assertValid();
    }
  }

  static final class Hoping extends Sample {
    @SeedTest(6)
    void comesAcross(long seed) {
      SEEDS.add(seed);
      Simulation.of(Flood::new)
          .workload("broadcast")
          .nodes(2)
          .timeLimit(Duration.ofSeconds(1))
          .sometimes("a server is up", servers -> !servers.isEmpty())
          .sometimes("a third server is up", servers -> servers.size() == 3)
          .sometimes("the seed is five", servers -> seed == 5)
          .seed(seed)
          .run();
    }
  }

  private static Events run(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(SAMPLE, "true")
        .selectors(selectClass(test))
        .execute()
        .testEvents();
  }

  private static Long[] seedsTo(int count) {
    return LongStream.range(0, count).boxed().toArray(Long[]::new);
  }

  @Test
  void runsAsManySeedsAsAnnotated() {
    run(Passing.class).assertStatistics(stats -> stats.started(5).succeeded(5));
    assertThat(SEEDS).containsExactly(seedsTo(5));
    SEEDS.clear();
    run(ByDefault.class).assertStatistics(stats -> stats.succeeded(100));
    assertThat(SEEDS).containsExactly(seedsTo(100));
  }

  @Test
  void stopsAtFirstFailureWithReplay() {
    Events events = run(Failing.class);
    assertThat(SEEDS).containsExactly(seedsTo(3));
    events.assertStatistics(stats -> stats.started(3).succeeded(2).failed(1));
    events
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                displayName("seed 2"),
                finishedWithFailure(
                    instanceOf(AssertionError.class),
                    message(
                        text ->
                            text.startsWith(
                                    "seed 2 fails; run it again by:\n    "
                                        + ShellWords.join(
                                            ReplayCommand.of(
                                                Path.of(""), Failing.class, "fails", 2))
                                        + "\n\n")
                                && text.contains("the third")))));
  }

  @Test
  void failureKeepsOtherTestsRunning() {
    run(WithTwo.class).assertStatistics(stats -> stats.started(4).succeeded(3).failed(1));
    assertThat(SEEDS).containsExactly(seedsTo(3));
  }

  @Test
  void failedAssumptionIsNoFailure() {
    run(Assuming.class).assertStatistics(stats -> stats.succeeded(2).aborted(2).failed(0));
    assertThat(SEEDS).containsExactly(seedsTo(4));
  }

  @Test
  void aPropertyHasOneSeedRunOnly() {
    System.setProperty("glomers.seed", "-7");
    run(Passing.class).assertStatistics(stats -> stats.started(1).succeeded(1));
    assertThat(SEEDS).containsExactly(-7L);
  }

  @Test
  void aPropertyHasSoManySeedsRun() {
    System.setProperty("glomers.seeds", "8");
    run(Passing.class).assertStatistics(stats -> stats.succeeded(8));
    assertThat(SEEDS).containsExactly(seedsTo(8));
  }

  @Test
  void conditionThatNoSeedMetFails() {
    Events events = run(Hoping.class);
    assertThat(SEEDS).as("its own seeds only").containsExactly(seedsTo(6));
    events.assertStatistics(stats -> stats.started(7).succeeded(6).failed(1));
    events
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                displayName("conditions that some seed must meet"),
                finishedWithFailure(
                    instanceOf(AssertionError.class),
                    message(
                        text ->
                            text.startsWith(
                                "no seed of this sweep has met \"a third server is up\": it")))));
  }

  @Test
  void oneSeedNeedNotMeetConditions() {
    System.setProperty("glomers.seed", "3");
    run(Hoping.class).assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  private static List<String> failures(Class<?> test) {
    return run(test).failed().list().stream()
        .map(failed -> failed.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow().getMessage())
        .toList();
  }

  @Test
  @DisplayName("what a short run can't be asked for is asked of the sweep")
  void someOperationOfEachKindMustBeOk() {
    assertThat(failures(Unanswered.class))
        .singleElement(STRING)
        .startsWith(
            "no seed of this sweep has met \"some cas operation is ok\", \"some read operation is"
                + " ok\", \"some write operation is ok\": it tests less");
  }

  @Test
  @DisplayName("a failing seed draws the same again, and its screen and test say what it has drawn")
  void drawnRunsAreReplayed() {
    String failure = failures(Drawing.class).get(0);
    assertThat(failure.replaceAll("\\s+", " ")).contains(" s to recover, faults: partition of ");
    Matcher seed = Pattern.compile("-Dglomers.seed=(\\d+)").matcher(failure);
    assertThat(seed.find()).isTrue();
    System.setProperty("glomers.seed", seed.group(1));
    assertThat(failures(Drawing.class)).containsExactly(failure);
  }

  @Test
  void failingRunIsShownInItsShortestForm() {
    List<String> messages = failures(Losing.class);
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).contains("The shortest failing run found has ");
    Matcher pages = Pattern.compile("page: +(file:\\S+)").matcher(messages.get(0));
    assertThat(pages.results().map(page -> Path.of(URI.create(page.group(1)))))
        .hasSize(2)
        .allSatisfy(page -> assertThat(page).isRegularFile())
        .allSatisfy(
            page ->
                assertThat(page.resolveSibling("ShortestRunTest.java"))
                    .content()
                    .contains("Scenario.of(Flood::new, ", "scenario.assertHolds(\"lost\");"));
  }
}
