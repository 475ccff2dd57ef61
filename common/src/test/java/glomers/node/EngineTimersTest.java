package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTimersTest {
  private static final Duration PERIOD = Duration.ofMillis(10);

  /** When the task ran, in milliseconds since the test began. */
  private final List<Long> runs = new ArrayList<>();

  private Node view;
  private final TestNode node = TestNode.started(server -> view = server);
  private final Duration begin = view.now();
  private Timer timer;

  private void run() {
    runs.add(view.now().minus(begin).toMillis());
  }

  @Test
  void afterRunsOnceWhenTheDelayHasPassed() {
    view.after(PERIOD, this::run);
    node.advance(Duration.ofMillis(9));
    assertThat(runs).isEmpty();
    node.advance(Duration.ofMillis(100));
    assertThat(runs).containsExactly(10L);
    assertThat(node.environment().waitingTimers()).isZero();
  }

  @Test
  void zeroDelayRunsAfterCall() {
    view.after(Duration.ZERO, this::run);
    view.after(Duration.ofMillis(-5), this::run);
    assertThat(runs).isEmpty();
    node.advance(Duration.ZERO);
    assertThat(runs).containsExactly(0L, 0L);
  }

  @Test
  void aCancelledTaskDoesNotRun() {
    timer = view.after(PERIOD, this::run);
    timer.cancel();
    timer.cancel();
    node.advance(Duration.ofMillis(100));
    assertThat(runs).isEmpty();
    assertThat(node.environment().waitingTimers()).isZero();
  }

  @Test
  void cancellingWhatHasRunDoesNothing() {
    timer = view.after(PERIOD, this::run);
    node.advance(PERIOD);
    timer.cancel();
    assertThat(runs).containsExactly(10L);
  }

  @Test
  void throwingTaskIsLoggedOnly() {
    StackOverflowError bug = new StackOverflowError();
    view.after(
        PERIOD,
        () -> {
          throw bug;
        });
    view.after(PERIOD, this::run);
    node.advance(PERIOD);
    assertThat(runs).containsExactly(10L);
    assertThat(node.log().entries())
        .containsExactly(
            new ListLogger.Entry(System.Logger.Level.ERROR, "a timer's task failed", bug));
  }

  @Test
  void everyRunsAfterEachPeriod() {
    view.every(PERIOD, this::run);
    node.advance(Duration.ofMillis(35));
    assertThat(runs).containsExactly(10L, 20L, 30L);
  }

  @Test
  void periodDoesNotDriftBySlowTask() {
    view.every(
        PERIOD,
        () -> {
          run();
          node.environment().holdUp(Duration.ofMillis(3));
        });
    node.advance(Duration.ofMillis(45));
    assertThat(runs).containsExactly(10L, 20L, 30L, 40L);
  }

  @Test
  void periodDoesNotDriftByLateStart() {
    view.every(PERIOD, this::run);
    node.environment().holdUp(Duration.ofMillis(14));
    node.advance(Duration.ofMillis(20));
    assertThat(runs).containsExactly(14L, 20L, 30L);
  }

  @Test
  void skipsMissedTicks() {
    view.every(
        PERIOD,
        () -> {
          run();
          node.environment().holdUp(Duration.ofMillis(runs.size() == 1 ? 35 : 0));
        });
    node.advance(Duration.ofMillis(70));
    assertThat(runs).containsExactly(10L, 50L, 60L, 70L);
  }

  @Test
  void aTaskThatThrowsIsRunAgain() {
    view.every(
        PERIOD,
        () -> {
          run();
          throw new IllegalStateException("a bug");
        });
    node.advance(Duration.ofMillis(30));
    assertThat(runs).containsExactly(10L, 20L, 30L);
    assertThat(node.log().messages(System.Logger.Level.ERROR)).hasSize(3);
  }

  @Test
  void cancelEndsTheBeat() {
    timer = view.every(PERIOD, this::run);
    node.advance(Duration.ofMillis(25));
    timer.cancel();
    node.advance(Duration.ofMillis(100));
    assertThat(runs).containsExactly(10L, 20L);
    assertThat(node.environment().waitingTimers()).isZero();
  }

  @Test
  void aTaskMayCancelItself() {
    timer =
        view.every(
            PERIOD,
            () -> {
              run();
              if (runs.size() == 2) {
                timer.cancel();
              }
            });
    node.advance(Duration.ofMillis(100));
    assertThat(runs).containsExactly(10L, 20L);
    assertThat(node.environment().waitingTimers()).isZero();
  }

  @Test
  void aPeriodMustBePositive() {
    for (Duration period : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> view.every(period, this::run))
          .withMessageContaining("period must be positive");
    }
  }
}
