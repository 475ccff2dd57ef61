package glomers.bench.inner;

import glomers.node.Node;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole runs in virtual time, another seed each, from the first message to the verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SimulatorBenchmark {
  /** How long operations are generated, in virtual time. */
  public static final int VIRTUAL_SECONDS = 20;

  /** The executable of the part; set by the program that starts the benchmark. */
  @Param("")
  public String bin;

  /** The workload. */
  @Param("broadcast")
  public String workload;

  /** How many nodes there are. */
  @Param("5")
  public int nodes;

  /** Operations per second. */
  @Param("10")
  public double rate;

  /** How long messages between servers take. */
  @Param("0")
  public int latencyMillis;

  private Function<Node, Object> server;
  private long seed;

  /** Loads the part. */
  @Setup
  public void load() {
    server = ServerLoader.load(Path.of(bin));
  }

  /** One run. */
  @Benchmark
  public SimulatedRun run() {
    SimulatedRun run =
        Simulation.of(server)
            .workload(workload)
            .nodes(nodes)
            .rate(rate)
            .latency(Duration.ofMillis(latencyMillis))
            .timeLimit(Duration.ofSeconds(VIRTUAL_SECONDS))
            .noSwarm()
            .seed(seed++)
            .run();
    run.assertValid();
    return run;
  }
}
