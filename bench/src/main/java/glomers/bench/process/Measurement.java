package glomers.bench.process;

import glomers.bench.report.Metric;
import java.io.IOException;
import java.util.function.ObjDoubleConsumer;

/** One way to measure a node. */
public interface Measurement {
  /**
   * Runs it once.
   *
   * @param results receives each figure
   * @throws IOException if the program does not work, or answers wrongly
   */
  void run(Subject subject, ObjDoubleConsumer<Metric> results)
      throws IOException, InterruptedException;
}
