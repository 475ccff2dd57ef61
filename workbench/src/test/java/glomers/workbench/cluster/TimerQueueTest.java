package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Timer;
import glomers.workbench.time.NodeClock;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
  private static final long MS = 1_000_000;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(100);
  private final NodeClock clock = new NodeClock(scheduler);
  private final TimerQueue timers = new TimerQueue(clock, Runnable::run);
  private final List<String> rung = new ArrayList<>();

  private Timer set(String name, long millis) {
    return timers.set(
        millis * MS, () -> rung.add(name + " at " + scheduler.nowNanos() / MS + " ms"));
  }

  @Test
  void agreesWithTimeAtFirst() {
    set("one", 10);
    scheduler.runUntil(100 * MS);
    assertThat(rung).containsExactly("one at 10 ms");
    assertThat(clock.nowNanos()).isEqualTo(100 * MS);
  }

  @Test
  void fastClockRingsEarly() {
    clock.rate(2);
    set("one", 10);
    scheduler.runUntil(100 * MS);
    assertThat(rung).containsExactly("one at 5 ms");
    assertThat(clock.nowNanos()).isEqualTo(200 * MS);
  }

  @Test
  void timersFollowChangeOfRate() {
    set("one", 20);
    set("other", 30);
    scheduler.runUntil(10 * MS);
    clock.rate(0.5);
    scheduler.runUntil(30 * MS);
    clock.rate(1);
    scheduler.runUntil(100 * MS);
    assertThat(rung).containsExactly("one at 30 ms", "other at 40 ms");
    assertThat(clock.nowNanos()).isEqualTo(90 * MS);
  }

  @Test
  void cancelledTimerStaysSilentWhenRateChanges() {
    set("one", 20).cancel();
    clock.rate(2);
    scheduler.runUntil(100 * MS);
    assertThat(rung).isEmpty();
  }
}
