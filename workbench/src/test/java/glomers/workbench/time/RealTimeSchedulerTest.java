package glomers.workbench.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RealTimeSchedulerTest {
  private static final long MS = 1_000_000L;

  private final RealTimeScheduler scheduler = new RealTimeScheduler();
  private final List<Object> ran = new ArrayList<>();

  private void schedule(long delayNanos, String name) {
    scheduler.schedule(delayNanos, () -> ran.add(name));
  }

  @Test
  void runsEventsInOrderOnOneThread() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    scheduler.schedule(40 * MS, scheduler::stop);
    schedule(20 * MS, "second");
    schedule(0, "first");
    scheduler.schedule(30 * MS, () -> threads.add(Thread.currentThread()));
    scheduler.run();
    assertThat(ran).containsExactly("first", "second");
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void noEventRunsBeforeItsTime() throws InterruptedException {
    long due = scheduler.nowNanos() + 5 * MS;
    scheduler.schedule(
        5 * MS,
        () -> {
          ran.add(scheduler.nowNanos() >= due);
          scheduler.stop();
        });
    scheduler.run();
    assertThat(ran).containsExactly(true);
  }

  @Test
  void eventWithoutDelayRunsAfterCall() throws InterruptedException {
    scheduler.schedule(
        0,
        () -> {
          scheduler.schedule(-1, scheduler::stop);
          schedule(Long.MIN_VALUE, "after the stop");
          ran.add("scheduling");
        });
    scheduler.run();
    assertThat(ran).containsExactly("scheduling");
  }

  @Test
  void theLongestDelayIsNotMistakenForNone() throws InterruptedException {
    schedule(Long.MAX_VALUE, "never");
    scheduler.schedule(MS, scheduler::stop);
    scheduler.run();
    assertThat(ran).isEmpty();
  }

  @Test
  void aCancelledEventNeverRuns() throws InterruptedException {
    scheduler.schedule(0, () -> ran.add("cancelled")).cancel();
    scheduler.schedule(MS, scheduler::stop);
    scheduler.run();
    assertThat(ran).isEmpty();
  }

  @Test
  void runsEventsOfOtherThreadsInTheirOrder() throws InterruptedException {
    int count = 2_000;
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int first = t * count;
      threads.add(new Thread(() -> handOver(first, count)));
    }
    threads.forEach(Thread::start);
    scheduler.schedule(0, () -> stopWhenRan(4 * count));
    scheduler.run();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(ran).hasSize(4 * count);
    for (int t = 0; t < 4; t++) {
      int first = t * count;
      assertThat(ran)
          .filteredOn(each -> (int) each / count == first / count)
          .containsExactlyElementsOf(
              IntStream.range(first, first + count).<Object>mapToObj(i -> i).toList());
    }
  }

  private void handOver(int first, int count) {
    for (int i = first; i < first + count; i++) {
      int number = i;
      scheduler.execute(() -> ran.add(number));
    }
  }

  private void stopWhenRan(int count) {
    if (ran.size() == count) {
      scheduler.stop();
    } else {
      scheduler.schedule(MS, () -> stopWhenRan(count));
    }
  }

  @Test
  void eventsOfOtherThreadsDoNotStarveTimers() throws InterruptedException {
    scheduler.execute(
        () -> {
          scheduler.schedule(MS, scheduler::stop); // not before: it could be due before the first
          handOverAgain();
        });
    scheduler.run();
    assertThat(ran).isNotEmpty();
  }

  private void handOverAgain() {
    ran.add("handed over");
    scheduler.execute(this::handOverAgain);
  }

  @Test
  void stopLetsNothingMoreRun() throws InterruptedException {
    scheduler.execute(scheduler::stop);
    scheduler.execute(() -> ran.add("handed over"));
    scheduler.run();
    schedule(0, "scheduled");
    scheduler.run();
    assertThat(ran).isEmpty();
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(scheduler::run).isInstanceOf(InterruptedException.class);
    assertThat(Collections.unmodifiableList(ran)).isEmpty();
  }
}
