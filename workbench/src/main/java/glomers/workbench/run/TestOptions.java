package glomers.workbench.run;

import glomers.workbench.network.Latency;
import glomers.workbench.workload.Topology;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a test is to be.
 *
 * @param workload the workload's name
 * @param nodes the ids of the nodes; at least one
 * @param timeLimit how long operations are generated
 * @param rate operations a second, over all workers; 0 for none
 * @param concurrency how many workers there are, each of which does one operation at a time
 * @param latency of messages between servers
 * @param nemesis the names of the faults to inject
 * @param nemesisInterval the mean time between a fault's start and its stop
 * @param topology what the workload tells nodes of their neighbours
 * @param availability what fraction of operations must succeed, 0 to 1; empty if any will do
 * @param recovery how long to wait, when all faults are healed, before the final operations
 * @param seed of all random choices
 */
public record TestOptions(
    String workload,
    List<String> nodes,
    Duration timeLimit,
    double rate,
    int concurrency,
    Latency latency,
    List<String> nemesis,
    Duration nemesisInterval,
    Topology topology,
    OptionalDouble availability,
    Duration recovery,
    long seed) {}
