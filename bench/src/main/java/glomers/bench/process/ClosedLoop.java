package glomers.bench.process;

import glomers.bench.report.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ObjDoubleConsumer;

/**
 * How many operations per second a replicated key-value store of three nodes carries out for
 * clients each of which sends the next as soon as the one before is answered. The nodes, the
 * clients and the network between them share the machine.
 */
public final class ClosedLoop implements Measurement {
  private static final int NODES = 3;
  private static final int CLIENTS = 64;

  private final Duration warmUp;
  private final Duration counted;
  private final Path folder;

  /**
   * A loop.
   *
   * @param warmUp how long operations do not count, from the start of the nodes on
   * @param counted how long they do
   * @param folder for what the nodes keep; is there
   */
  public ClosedLoop(Duration warmUp, Duration counted, Path folder) {
    this.warmUp = warmUp;
    this.counted = counted;
    this.folder = folder;
  }

  @Override
  public void run(Subject subject, ObjDoubleConsumer<Metric> results)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(folder, "closed-loop");
    try (RunningCluster cluster = RunningCluster.start(subject, NODES, data)) {
      KeyValueClients clients = new KeyValueClients(CLIENTS, cluster);
      cluster.route(clients::answer);
      clients.run(warmUp);
      long messages = cluster.messages();
      double nodesCpu = cluster.cpuMillis();
      double ownCpu = ownCpuMillis();
      long start = System.nanoTime();
      KeyValueClients.Tally tally = clients.run(counted);
      double millis = (System.nanoTime() - start) / 1e6;
      int ok = tally.micros().size();
      if (ok == 0) {
        throw new IOException(subject.name() + " has carried out no operation");
      }
      results.accept(Metric.LOOP_RATE, ok * 1e3 / millis);
      results.accept(Metric.LOOP_P50, tally.millis(0.5));
      results.accept(Metric.LOOP_P99, tally.millis(0.99));
      results.accept(Metric.LOOP_FAILED, 100.0 * tally.failed() / (ok + tally.failed()));
      results.accept(Metric.LOOP_MESSAGES, (double) (cluster.messages() - messages) / ok);
      results.accept(Metric.LOOP_CPU, (cluster.cpuMillis() - nodesCpu) * 1e3 / ok);
      int processors = Runtime.getRuntime().availableProcessors();
      results.accept(Metric.LOOP_OWN, 100 * (ownCpuMillis() - ownCpu) / millis / processors);
    }
    DataFolder.delete(data);
  }

  private static double ownCpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
  }
}
