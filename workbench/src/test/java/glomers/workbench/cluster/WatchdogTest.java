package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that do not end are found, whether they compute or wait; others are let alone. */
@Timeout(60)
class WatchdogTest {
  private static final Supplier<String> ACTIVITY = () -> "a message of type share";

  private final List<NodeFailure> failures = new ArrayList<>();
  private final Watchdog watchdog = new Watchdog(20_000_000, failures::add);
  private final RunningTask running = new RunningTask();
  private final NodeGuard guard = new NodeGuard("n0", running);
  private volatile boolean free;

  private void loop() {
    while (!free) {
      Thread.onSpinWait();
    }
  }

  private Thread start(Runnable task) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () ->
                guard.run(
                    ACTIVITY,
                    () -> {
                      begun.countDown();
                      task.run();
                    }));
    thread.start();
    begun.await();
    return thread;
  }

  private NodeFailure lookUntilFound() {
    while (failures.isEmpty()) {
      watchdog.look();
    }
    return failures.get(0);
  }

  @Test
  void findsATaskThatComputesForEver() throws InterruptedException {
    watchdog.watch(running);
    Thread thread = start(this::loop);
    try {
      NodeFailure found = lookUntilFound();
      assertThat(found.node()).isEqualTo("n0");
      assertThat(found.problem())
          .startsWith("does not come to the end of a message of type share:\n    at ")
          .contains("WatchdogTest.loop");
    } finally {
      free = true;
      thread.join();
    }
  }

  @Test
  void findsATaskThatWaitsForEver() throws InterruptedException {
    watchdog.watch(running);
    CountDownLatch release = new CountDownLatch(1);
    Thread thread =
        start(
            () -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    try {
      NodeFailure found = lookUntilFound();
      assertThat(found.problem().lines().skip(1).findFirst().orElseThrow())
          .contains("CountDownLatch.await");
      assertThat(found.remedy()).contains("return the CompletionStage in place of waiting");
    } finally {
      release.countDown();
      thread.join();
    }
  }

  @Test
  void letsManyShortTasksAlone() throws InterruptedException {
    watchdog.watch(running);
    Thread thread =
        new Thread(
            () -> {
              while (!free) {
                guard.run(ACTIVITY, Thread::onSpinWait);
              }
            });
    thread.start();
    try {
      while (running.number() < 100_000) {
        watchdog.look();
      }
    } finally {
      free = true;
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void forgetsATaskThatHasEnded() {
    watchdog.watch(running);
    guard.run(ACTIVITY, () -> {});
    for (int look = 0; look < 100; look++) {
      watchdog.look();
    }
    assertThat(failures).isEmpty();
  }
}
