package glomers.bench.inner;

import glomers.workbench.time.VirtualTimeScheduler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The queue of events, with as many waiting as in a busy test. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventQueueBenchmark {
  private static final int WAITING = 1_000;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(Long.MAX_VALUE);
  private long delay;
  private long ran;

  /** Each event schedules its successor, so that there are always as many. */
  @Setup
  public void fill() {
    for (int i = 0; i < WAITING; i++) {
      event();
    }
  }

  private void event() {
    ran++;
    delay = delay * 6364136223846793005L + 1442695040888963407L; // delays in no order
    scheduler.schedule(delay >>> 44, this::event);
  }

  /** One event comes out and another one goes in. */
  @Benchmark
  public long inAndOut() {
    long target = ran + 1;
    scheduler.runUntil(() -> ran >= target, Long.MAX_VALUE - 1);
    return ran;
  }
}
