package glomers.workbench.time;

import glomers.node.Timer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs events when their time has come by the clock, on the thread that calls {@link #run}. */
public final class RealTimeScheduler implements Scheduler {
  private static final int HANDED_OVER_MAX = 256;

  private final EventQueue events = new EventQueue();
  private final BlockingQueue<Runnable> handedOver = new LinkedBlockingQueue<>();
  private final long startNanos = System.nanoTime();
  private boolean stopped;

  @Override
  public long nowNanos() {
    return System.nanoTime() - startNanos;
  }

  @Override
  public Timer schedule(long delayNanos, Runnable event) {
    return events.add(EventQueue.dueNanos(nowNanos(), delayNanos), event);
  }

  /**
   * Hands over an event from another thread, to run as soon as possible. The only method that may
   * be called from anywhere. The caller must bound the number of its events.
   */
  public void execute(Runnable event) {
    handedOver.add(event);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  /**
   * Runs events until {@link #stop}.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public void run() throws InterruptedException {
    while (!stopped) {
      runDue();
      if (!stopped) {
        awaitNext();
      }
    }
  }

  private void runDue() {
    long now = nowNanos();
    while (!stopped && events.nextTimeNanos() <= now) {
      events.poll().run();
    }
  }

  private void awaitNext() throws InterruptedException {
    long waitNanos = events.nextTimeNanos() - nowNanos();
    Runnable event =
        waitNanos <= 0 ? handedOver.poll() : handedOver.poll(waitNanos, TimeUnit.NANOSECONDS);
    // Bounded, so that events of the queue are not delayed by those of other threads.
    for (int i = 0; event != null && !stopped; i++) {
      event.run();
      event = i < HANDED_OVER_MAX ? handedOver.poll() : null;
    }
  }
}
