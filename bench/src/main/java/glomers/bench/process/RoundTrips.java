package glomers.bench.process;

import glomers.bench.report.Metric;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjDoubleConsumer;

/**
 * Sends one echo after the other, and measures the time of each. None is sent before the last is
 * answered. With a pace, an echo that fell due meanwhile is late, and its time starts when it is
 * sent.
 */
public final class RoundTrips implements Measurement {
  private final int warmUp;
  private final int count;
  private final long paceNanos;
  private final Metric p50;
  private final Metric p99;

  /**
   * Round trips.
   *
   * @param warmUp how many are made first that do not count
   * @param count how many count; at least 1
   * @param paceNanos from the start of one to that of the next; 0 for no pause
   */
  RoundTrips(int warmUp, int count, long paceNanos, Metric p50, Metric p99) {
    this.warmUp = warmUp;
    this.count = count;
    this.paceNanos = paceNanos;
    this.p50 = p50;
    this.p99 = p99;
  }

  /** One after the other without a pause, to a node that is warm. */
  public static RoundTrips pingPong() {
    return new RoundTrips(5_000, 20_000, 0, Metric.PING_PONG_P50, Metric.PING_PONG_P99);
  }

  /**
   * 200 per second for 12 seconds from the node's first message on: what a test of Maelstrom
   * measures, including the start of a process.
   */
  public static RoundTrips paced() {
    return new RoundTrips(0, 2_400, 5_000_000, Metric.PACED_P50, Metric.PACED_P99);
  }

  @Override
  public void run(Subject subject, ObjDoubleConsumer<Metric> results) throws IOException {
    try (RunningNode node = RunningNode.startInitialised(subject)) {
      long[] nanos = new long[count];
      OptionalLong writes = OptionalLong.empty();
      long start = System.nanoTime();
      for (int i = -warmUp; i < count; i++) {
        if (i == 0) {
          writes = node.usage().writes();
        }
        if (paceNanos > 0) {
          awaitNanos(start + i * paceNanos);
        }
        int id = i + warmUp + 1;
        byte[] request = RunningNode.Messages.echo(id);
        long sent = System.nanoTime();
        node.send(request);
        String reply = node.awaitLine();
        long took = System.nanoTime() - sent;
        EchoReply.check(reply, id);
        if (i >= 0) {
          nanos[i] = took;
        }
      }
      OptionalLong writesAfter = node.usage().writes();
      Arrays.sort(nanos);
      results.accept(p50, nanos[count / 2] / 1e3);
      results.accept(p99, nanos[count * 99 / 100] / 1e3);
      if (paceNanos > 0) {
        node.usage()
            .residentMegabytes()
            .ifPresent(megabytes -> results.accept(Metric.PACED_RESIDENT, megabytes));
      } else if (writes.isPresent() && writesAfter.isPresent()) {
        results.accept(
            Metric.PING_PONG_WRITES,
            (double) (writesAfter.getAsLong() - writes.getAsLong()) / count);
      }
    }
  }

  private static void awaitNanos(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
