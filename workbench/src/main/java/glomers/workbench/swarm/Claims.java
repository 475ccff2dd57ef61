package glomers.workbench.swarm;

import glomers.workbench.workload.TestOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server claims to stand: a {@link Swarm} draws from that, and from nothing else.
 *
 * @param nodesMin the fewest nodes
 * @param nodesMax the most nodes
 * @param faults by the names that options have for them
 * @param latencyMillisMax the longest mean latency between servers, in milliseconds
 */
public record Claims(int nodesMin, int nodesMax, List<String> faults, long latencyMillisMax) {
  /**
   * Keeps its own copy.
   *
   * @throws IllegalArgumentException if there is no such number of nodes
   */
  public Claims {
    if (nodesMin < 1 || nodesMax < nodesMin) {
      throw new IllegalArgumentException(
          nodesMin + "-" + nodesMax + ": must be the fewest nodes and the most, such as 1-5");
    }
    faults = List.copyOf(faults);
  }

  /** What is tested by these options, and no more. */
  public static Claims of(TestOptions options) {
    int nodes = options.nodes().size();
    return new Claims(nodes, nodes, options.faults().names(), options.latency().meanMillis());
  }

  /** The same for another number of nodes. */
  public Claims nodes(int min, int max) {
    return new Claims(min, max, faults, latencyMillisMax);
  }

  /** The same with these faults, too. */
  public Claims faults(List<String> names) {
    List<String> all = new ArrayList<>(faults);
    all.addAll(names);
    return new Claims(nodesMin, nodesMax, all.stream().distinct().toList(), latencyMillisMax);
  }

  /** The same for latencies up to this mean, too. */
  public Claims latency(long millis) {
    return new Claims(nodesMin, nodesMax, faults, Math.max(millis, latencyMillisMax));
  }
}
