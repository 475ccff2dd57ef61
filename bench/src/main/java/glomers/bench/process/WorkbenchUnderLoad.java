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
    Peak peak = new Peak();
    Thread watcher = new Thread(() -> watch(process, peak), "usage");
    watcher.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    watcher.join();
    if (status != 0) {
      throw new IOException("the workbench ended with status " + status + ":\n" + output);
    }
    results.accept(Metric.WORKBENCH_P50, latency(output, "0.5"));
    results.accept(Metric.WORKBENCH_P99, latency(output, "0.99"));
    results.accept(Metric.WORKBENCH_CPU, 1e3 * peak.cpuMillis / messages(output));
    if (peak.megabytes > 0) {
      results.accept(Metric.WORKBENCH_RESIDENT, peak.megabytes);
    }
  }

  /** The most that was seen of a process. */
  private static final class Peak {
    private double cpuMillis;
    private double megabytes;
  }

  /** Ten times per second until the end: the figures are gone with the process. */
  private static void watch(Process process, Peak peak) {
    Usage usage = new Usage(process);
    try {
      do {
        peak.cpuMillis = Math.max(usage.cpuMillis(), peak.cpuMillis);
        OptionalDouble resident = usage.peakResidentMegabytes();
        resident.ifPresent(value -> peak.megabytes = Math.max(value, peak.megabytes));
      } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Reads from the results how many messages the network carried.
   *
   * @throws IOException if they do not tell
   */
  static double messages(String output) throws IOException {
    Matcher count = Pattern.compile(":net \\{:all \\{:send-count ([0-9]+)").matcher(output);
    if (!count.find()) {
      throw new IOException("the workbench told no count of messages:\n" + output);
    }
    return Double.parseDouble(count.group(1));
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
