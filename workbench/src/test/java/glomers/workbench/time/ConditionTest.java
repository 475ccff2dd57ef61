package glomers.workbench.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link VirtualTimeScheduler#runUntil(java.util.function.BooleanSupplier, long)}. */
class ConditionTest {
  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(100);
  private final List<Long> ran = new ArrayList<>();

  private void schedule(long... times) {
    for (long time : times) {
      scheduler.schedule(time, () -> ran.add(scheduler.nowNanos()));
    }
  }

  @Test
  void runsNoEventMoreThanItTakes() {
    schedule(1, 2, 3, 3, 4);
    assertThat(scheduler.runUntil(() -> ran.size() == 3, 100)).isTrue();
    assertThat(ran).containsExactly(1L, 2L, 3L);
    assertThat(scheduler.nowNanos()).isEqualTo(3);
    scheduler.run();
    assertThat(ran).containsExactly(1L, 2L, 3L, 3L, 4L);
  }

  @Test
  void runsNoneIfItHoldsAlready() {
    schedule(0);
    assertThat(scheduler.runUntil(() -> true, 100)).isTrue();
    assertThat(ran).isEmpty();
  }

  @Test
  void givesUpAtLimit() {
    schedule(1, 10, 11);
    assertThat(scheduler.runUntil(() -> false, 10)).isFalse();
    assertThat(ran).containsExactly(1L, 10L);
    assertThat(scheduler.nowNanos()).isEqualTo(10);
  }

  @Test
  void conditionMayHoldAtLastEvent() {
    schedule(1, 10);
    assertThat(scheduler.runUntil(() -> ran.contains(10L), 10)).isTrue();
  }

  @Test
  void givesUpWhenThereAreNoEventsLeft() {
    schedule(1);
    assertThat(scheduler.runUntil(() -> false, 10)).isFalse();
    assertThat(scheduler.nowNanos()).as("as late as the last event").isEqualTo(1);
  }

  @Test
  void givesUpWhenItIsStopped() {
    scheduler.schedule(1, scheduler::stop);
    schedule(2);
    assertThat(scheduler.runUntil(() -> false, 10)).isFalse();
    assertThat(ran).isEmpty();
  }

  @Test
  void countsEventsLikeEveryRun() {
    schedule(new long[101]);
    assertThatThrownBy(() -> scheduler.runUntil(() -> false, 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("more than 100 events by 0 ms");
  }
}
