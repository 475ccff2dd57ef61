package glomers.bench.process;

import glomers.bench.report.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjDoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workbench testing 25 nodes at 2,500 echoes per second, which are 5,000 messages. The measured
 * latency includes the node's own part, so that it is an upper bound of what the workbench adds.
 */
public final class WorkbenchUnderLoad implements Measurement {
  private final Workbench workbench;

  /** A measurement of this workbench. */
  public WorkbenchUnderLoad(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public void run(Subject subject, ObjDoubleConsumer<Metric> results)
      throws IOException, InterruptedException {
    Process process =
        workbench.testEcho(
            subject,
            "--node-count",
            "25",
            "--rate",
            "2500",
            "--concurrency",
            "4n",
            "--time-limit",
            "10");
    Usage usage = new Usage(process);
    double[] megabytes = {0};
    Thread watcher = new Thread(() -> watch(process, usage, megabytes), "memory");
    watcher.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    watcher.join();
    if (status != 0) {
      throw new IOException("the workbench ended with status " + status + ":\n" + output);
    }
    results.accept(Metric.WORKBENCH_P50, latency(output, "0.5"));
    results.accept(Metric.WORKBENCH_P99, latency(output, "0.99"));
    if (megabytes[0] > 0) {
      results.accept(Metric.WORKBENCH_RESIDENT, megabytes[0]);
    }
  }

  /** Twice per second until the end: the figure is gone with the process. */
  private static void watch(Process process, Usage usage, double[] megabytes) {
    try {
      do {
        OptionalDouble peak = usage.peakResidentMegabytes();
        peak.ifPresent(value -> megabytes[0] = Math.max(value, megabytes[0]));
      } while (!process.waitFor(500, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Reads a latency from the results that the workbench prints.
   *
   * @param quantile as it is printed, such as 0.99
   * @throws IOException if there is none
   */
  static double latency(String output, String quantile) throws IOException {
    Matcher figure =
        Pattern.compile("[{\\s]" + Pattern.quote(quantile) + " ([0-9.]+)").matcher(output);
    if (!figure.find()) {
      throw new IOException("the workbench told no latency:\n" + output);
    }
    return Double.parseDouble(figure.group(1));
  }
}
