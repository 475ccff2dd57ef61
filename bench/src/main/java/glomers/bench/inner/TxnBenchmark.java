package glomers.bench.inner;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.History;
import glomers.workbench.options.Workloads;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The analysis of transactions on registers: 1,000 per second, for read committed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TxnBenchmark {
  private static final String WORKLOAD = "txn-rw-register";

  /** The executable of the part that makes the history; set by the program that starts this. */
  @Param("")
  public String bin;

  /** How long transactions are begun for: 1,000 per second of it. */
  @Param("20")
  public int seconds;

  private History history;
  private Checker checker;

  /** Performs all transactions once. */
  @Setup
  public void record() {
    SimulatedRun run =
        Simulation.of(ServerLoader.load(Path.of(bin)))
            .workload(WORKLOAD)
            .nodes(2)
            .concurrency("2n")
            .rate(1_000)
            .timeLimit(Duration.ofSeconds(seconds))
            .options(options -> options.consistencyModels(List.of("read-committed")))
            .noSwarm()
            .seed(1)
            .run();
    history = run.history();
    checker = Workloads.named(WORKLOAD).factory().apply(run.options()).checker();
  }

  /** The analysis of the whole history. */
  @Benchmark
  public Result check() {
    Result result = checker.check(history);
    if (result.validity() != Validity.VALID) {
      throw new AssertionError(result);
    }
    return result;
  }
}
