package glomers.workbench.run;

import glomers.node.Node;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A whole test, in virtual time. Unless told otherwise: one node, as many workers as nodes, 20 s at
 * 10 operations per second, no latency, no faults.
 */
final class SimulatedTest {
  private final String workload;
  private final BiFunction<VirtualTimeScheduler, RandomStreams, Cluster> cluster;
  private int nodes = 1;
  private int workersEach = 1;
  private int seconds = 20;
  private double rate = 10;
  private long latencyMillis;
  private List<String> nemesis = List.of();
  private final OptionsBuilder options = new OptionsBuilder();
  private Duration recovery = Duration.ofSeconds(10);
  private long seed = 1;

  private SimulatedTest(
      String workload, BiFunction<VirtualTimeScheduler, RandomStreams, Cluster> cluster) {
    this.workload = workload;
    this.cluster = cluster;
  }

  static SimulatedTest of(String workload, Consumer<? super Node> server) {
    return new SimulatedTest(
        workload,
        (scheduler, streams) ->
            new SimulatedCluster<>(TestServers.server(server), scheduler, streams));
  }

  static SimulatedTest of(String workload, RawCluster.Script script) {
    return new SimulatedTest(workload, (scheduler, streams) -> new RawCluster(script));
  }

  SimulatedTest nodes(int count) {
    nodes = count;
    return this;
  }

  SimulatedTest workersEach(int count) {
    workersEach = count;
    return this;
  }

  SimulatedTest seconds(int count) {
    seconds = count;
    return this;
  }

  SimulatedTest rate(double operationsPerSecond) {
    rate = operationsPerSecond;
    return this;
  }

  SimulatedTest latency(long meanMillis) {
    latencyMillis = meanMillis;
    return this;
  }

  SimulatedTest partitions() {
    return nemesis("partition");
  }

  SimulatedTest nemesis(String... faults) {
    nemesis = List.of(faults);
    return this;
  }

  SimulatedTest totalAvailability() {
    options.availability(1);
    return this;
  }

  SimulatedTest recovery(Duration duration) {
    recovery = duration;
    return this;
  }

  SimulatedTest seed(long number) {
    seed = number;
    return this;
  }

  Trace run() {
    TestOptions chosen =
        options
            .workload(workload)
            .nodeCount(nodes)
            .timeLimit(Duration.ofSeconds(seconds))
            .rate(rate)
            .concurrency(workersEach + "n")
            .latency(new Latency(Latency.Shape.UNIFORM, latencyMillis))
            .nemesis(nemesis)
            .nemesisInterval(Duration.ofSeconds(5))
            .recovery(recovery)
            .seed(seed)
            .build();
    VirtualTimeScheduler scheduler = new VirtualTimeScheduler(2_000_000);
    return Trace.of(chosen, scheduler, cluster.apply(scheduler, new RandomStreams(seed)));
  }
}
