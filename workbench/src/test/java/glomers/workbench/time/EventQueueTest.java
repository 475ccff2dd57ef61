package glomers.workbench.time;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private final EventQueue queue = new EventQueue();
  private final List<String> ran = new ArrayList<>();

  private Timer add(long timeNanos, String name) {
    return queue.add(timeNanos, () -> ran.add(name));
  }

  private void runAll() {
    while (queue.nextTimeNanos() != Long.MAX_VALUE) {
      queue.poll().run();
    }
  }

  @Test
  void earlierEventsComeFirst() {
    add(30, "c");
    add(10, "a");
    add(20, "b");
    assertThat(queue.nextTimeNanos()).isEqualTo(10);
    runAll();
    assertThat(ran).containsExactly("a", "b", "c");
  }

  @Test
  void eventsOfSameTimeKeepTheirOrder() {
    for (int i = 0; i < 100; i++) {
      add(7, "e" + i);
    }
    runAll();
    assertThat(ran).hasSize(100).isSortedAccordingTo(Comparator.comparingInt(this::number));
  }

  private int number(String name) {
    return Integer.parseInt(name.substring(1));
  }

  @Test
  void ordersManyEventsByTimeThenOrder() {
    SplittableRandom random = new SplittableRandom(4);
    List<long[]> added = new ArrayList<>();
    List<long[]> taken = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      long[] event = {random.nextLong(50), i};
      added.add(event);
      queue.add(event[0], () -> taken.add(event));
    }
    runAll();
    added.sort(Comparator.comparingLong(event -> event[0])); // keeps the order of equal ones
    assertThat(taken).containsExactlyElementsOf(added);
  }

  @Test
  void aCancelledEventNeverRuns() {
    Timer first = add(10, "first");
    add(20, "second");
    first.cancel();
    assertThat(queue.nextTimeNanos()).isEqualTo(20);
    runAll();
    assertThat(ran).containsExactly("second");
  }

  @Test
  void aQueueOfCancelledEventsIsEmpty() {
    List<Timer> timers = List.of(add(1, "a"), add(2, "b"));
    timers.forEach(Timer::cancel);
    timers.forEach(Timer::cancel);
    assertThat(queue.nextTimeNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void cancelAfterRunChangesNothing() {
    Timer first = add(1, "first");
    queue.nextTimeNanos();
    queue.poll().run();
    add(1, "second");
    first.cancel();
    runAll();
    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void cancelledEventsLeaveOthersInOrder() {
    SplittableRandom random = new SplittableRandom(5);
    List<long[]> kept = new ArrayList<>();
    List<long[]> taken = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      long[] event = {random.nextLong(200), i};
      Timer timer = queue.add(event[0], () -> taken.add(event));
      if (i % 10 == 0) {
        kept.add(event);
      } else {
        timer.cancel();
      }
    }
    runAll();
    kept.sort(Comparator.comparingLong(event -> event[0]));
    assertThat(taken).containsExactlyElementsOf(kept);
  }
}
