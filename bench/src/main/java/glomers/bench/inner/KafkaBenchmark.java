package glomers.bench.inner;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.History;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import glomers.workbench.workload.kafka.KafkaChecker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The analysis of logs: the history of one challenge, 1,000 operations per second for 20 s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class KafkaBenchmark {
  /** The executable of the part that makes the history; set by the program that starts this. */
  @Param("")
  public String bin;

  private History history;

  /** Runs the challenge once. */
  @Setup
  public void record() {
    history =
        Simulation.of(ServerLoader.load(Path.of(bin)))
            .workload("kafka")
            .nodes(2)
            .concurrency("2n")
            .rate(1_000)
            .timeLimit(Duration.ofSeconds(20))
            .noSwarm()
            .seed(1)
            .run()
            .history();
  }

  /** The analysis of the whole history. */
  @Benchmark
  public Result check() {
    Result result = new KafkaChecker().check(history);
    if (result.validity() != Validity.VALID) {
      throw new AssertionError(result);
    }
    return result;
  }
}
