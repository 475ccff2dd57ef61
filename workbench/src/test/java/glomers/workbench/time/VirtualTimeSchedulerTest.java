package glomers.workbench.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Timer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualTimeSchedulerTest {
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(1_000);
  private final List<String> ran = new ArrayList<>();

  private Timer schedule(long delayNanos, String name) {
    return scheduler.schedule(delayNanos, () -> ran.add(name + "@" + scheduler.nowNanos()));
  }

  @Test
  void timeJumpsFromEventToEvent() {
    assertThat(scheduler.nowNanos()).isZero();
    schedule(HOUR_NANOS, "hour");
    schedule(5, "soon");
    scheduler.run();
    assertThat(ran).containsExactly("soon@5", "hour@" + HOUR_NANOS);
    assertThat(scheduler.nowNanos()).isEqualTo(HOUR_NANOS);
  }

  @Test
  void delaysCountFromTheEventThatSchedules() {
    scheduler.schedule(10, () -> schedule(10, "later"));
    scheduler.run();
    assertThat(ran).containsExactly("later@20");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void withoutADelayAnEventRunsNextButNotWithinTheCall(long delayNanos) {
    schedule(3, "last");
    scheduler.schedule(
        2,
        () -> {
          schedule(delayNanos, "scheduled");
          ran.add("scheduling");
        });
    schedule(2, "before");
    scheduler.run();
    assertThat(ran).containsExactly("scheduling", "before@2", "scheduled@2", "last@3");
  }

  @Test
  void theLongestDelayIsNotMistakenForNone() {
    scheduler.schedule(1, () -> schedule(Long.MAX_VALUE, "never"));
    schedule(2, "soon");
    scheduler.run();
    assertThat(ran).containsExactly("soon@2");
  }

  @Test
  void runUntilRunsDueEventsOnly() {
    schedule(10, "on time");
    schedule(11, "late");
    scheduler.runUntil(10);
    assertThat(ran).containsExactly("on time@10");
    scheduler.runUntil(10);
    assertThat(ran).hasSize(1);
    scheduler.runUntil(11);
    assertThat(ran).containsExactly("on time@10", "late@11");
  }

  @Test
  void runUntilEndsAtTimeWithoutEvents() {
    scheduler.runUntil(100);
    assertThat(scheduler.nowNanos()).isEqualTo(100);
    scheduler.runUntil(50);
    assertThat(scheduler.nowNanos()).as("time never goes back").isEqualTo(100);
    schedule(1, "next");
    scheduler.run();
    assertThat(ran).containsExactly("next@101");
  }

  @Test
  void stopForgetsWhatIsScheduledStill() {
    scheduler.schedule(1, scheduler::stop);
    schedule(1, "forgotten");
    scheduler.run();
    scheduler.runUntil(5);
    assertThat(ran).isEmpty();
    assertThat(scheduler.nowNanos()).isEqualTo(1);
  }

  @Test
  void aCancelledEventDoesNotMoveTime() {
    schedule(1, "kept");
    schedule(9, "cancelled").cancel();
    scheduler.run();
    assertThat(ran).containsExactly("kept@1");
    assertThat(scheduler.nowNanos()).isEqualTo(1);
  }

  @Test
  void endlessEventsEndInError() {
    scheduler.schedule(2_000_000, this::again);
    assertThatThrownBy(scheduler::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("more than 1,000 events by 2,000 ms");
    assertThat(ran).hasSize(1_000);
  }

  private void again() {
    ran.add("again");
    scheduler.schedule(2_000_000, this::again);
  }
}
