package glomers.bench.process;

import glomers.bench.report.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjDoubleConsumer;

/**
 * The shutdown overhead: how much longer than its time limit a test of one node takes, including
 * the start of both programs.
 */
public final class ShutdownOverhead implements Measurement {
  private static final int LIMIT_SECONDS = 10;

  private final Workbench workbench;

  /** A measurement of this workbench. */
  public ShutdownOverhead(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public void run(Subject subject, ObjDoubleConsumer<Metric> results)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        workbench.testEcho(
            subject, "--node-count", "1", "--time-limit", Integer.toString(LIMIT_SECONDS));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IOException("the workbench ended with status " + status + ":\n" + output);
    }
    results.accept(Metric.SHUTDOWN_OVERHEAD, seconds - LIMIT_SECONDS);
  }
}
