package glomers.workbench.workload;

import glomers.workbench.checker.Rules;
import glomers.workbench.network.Latency;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The options of a test. {@link glomers.workbench.options.OptionsBuilder} has their defaults and
 * their limits.
 *
 * @param workload the workload's name
 * @param nodes the ids of the nodes; at least one
 * @param timeLimit how long operations are generated
 * @param rate operations per second, over all workers; 0 for none
 * @param concurrency how many workers there are, each of which performs one operation at a time
 * @param latency of messages between servers
 * @param diskLatency how long a sync takes; of simulated nodes only
 * @param faults which faults to inject, and when
 * @param topology the neighbours that the workload suggests to nodes
 * @param availability what fraction of operations must be ok, 0 to 1; empty if any is allowed
 * @param keys of workloads with keys
 * @param txns of workloads with transactions
 * @param promises of the server, beyond the workload's rules
 * @param variation how the test differs from Maelstrom's
 * @param analysisLimit how long one checker may take
 * @param rules whose rules the run is judged by
 * @param seed of all random choices
 */
public record TestOptions(
    String workload,
    List<String> nodes,
    Duration timeLimit,
    double rate,
    int concurrency,
    Latency latency,
    Duration diskLatency,
    Faults faults,
    Topology topology,
    OptionalDouble availability,
    Keys keys,
    Txns txns,
    Promises promises,
    Variation variation,
    Duration analysisLimit,
    Rules rules,
    long seed) {

  /**
   * Which faults to inject, and when.
   *
   * @param names of the faults
   * @param interval the mean time between a fault's start and its stop
   * @param recovery how long to wait, when all faults are healed, before the final operations
   */
  public record Faults(List<String> names, Duration interval, Duration recovery) {}

  /**
   * Which keys operations are on.
   *
   * @param count how many are in use at the same time
   * @param maxWrites how often a key is written before another takes its place
   */
  public record Keys(int count, int maxWrites) {}

  /**
   * What transactions are like.
   *
   * @param maxLength the most reads and writes in one
   * @param models the names of the models that they must satisfy
   * @param finalReads whether every node reads every key in the end
   */
  public record Txns(int maxLength, List<String> models, boolean finalReads) {}

  /** The ids n0, n1, … of so many nodes. */
  public static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }
}
