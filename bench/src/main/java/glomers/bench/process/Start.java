package glomers.bench.process;

import glomers.bench.report.Metric;
import glomers.bench.report.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * Starts nodes, all at once, and measures the time from before the first start until the last has
 * answered {@code init}. The baseline prints a line by itself, which counts as its answer.
 */
public final class Start implements Measurement {
  private final int count;
  private final boolean warmedUp;
  private final Metric wall;
  private final Metric cpu;
  private final Metric resident;

  /**
   * Starts.
   *
   * @param count how many nodes; at least 1
   * @param warmedUp whether nodes may warm up before they answer
   */
  Start(int count, boolean warmedUp, Metric wall, Metric cpu, Metric resident) {
    this.count = count;
    this.warmedUp = warmedUp;
    this.wall = wall;
    this.cpu = cpu;
    this.resident = resident;
  }

  /** One node, without warm-up. */
  public static Start one() {
    return new Start(1, false, Metric.START, Metric.START_CPU, Metric.START_RESIDENT);
  }

  /** As many as in Maelstrom's larger challenges, without warm-up. */
  public static Start crowd() {
    return new Start(25, false, Metric.CROWD, Metric.CROWD_CPU, Metric.CROWD_RESIDENT);
  }

  /** One node that warms up. */
  public static Start warm() {
    return new Start(1, true, Metric.WARM_START, Metric.WARM_START_CPU, Metric.WARM_START_RESIDENT);
  }

  /** As many as in Maelstrom's larger challenges, each of which warms up. */
  public static Start warmCrowd() {
    return new Start(
        25, true, Metric.WARM_CROWD, Metric.WARM_CROWD_CPU, Metric.WARM_CROWD_RESIDENT);
  }

  @Override
  public void run(Subject subject, ObjDoubleConsumer<Metric> results) throws IOException {
    List<RunningNode> nodes = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        RunningNode node = RunningNode.start(subject, warmedUp);
        nodes.add(node);
        node.sendInit(); // it will find the message when it starts to read
      }
      for (RunningNode node : nodes) {
        node.awaitLine();
      }
      results.accept(wall, nodes.get(0).millisSinceStart());
      List<Double> megabytes = new ArrayList<>();
      double cpuMillis = 0;
      for (RunningNode node : nodes) {
        cpuMillis += node.usage().cpuMillis();
        node.usage().residentMegabytes().ifPresent(megabytes::add);
      }
      results.accept(cpu, cpuMillis);
      if (!megabytes.isEmpty()) {
        results.accept(resident, new Series(megabytes).median());
      }
    } finally {
      nodes.forEach(RunningNode::close);
    }
  }
}
