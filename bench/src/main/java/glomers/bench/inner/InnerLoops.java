package glomers.bench.inner;

import glomers.bench.report.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package, each in JVMs of its own. */
public final class InnerLoops {
  private final int forks;
  private final Function<String, Path> executable;

  /**
   * The benchmarks.
   *
   * @param forks how many JVMs each one is run in
   * @param executable where the part of a name was packaged
   */
  public InnerLoops(int forks, Function<String, Path> executable) {
    this.forks = forks;
    this.executable = executable;
  }

  /**
   * Runs those of the checkers, of the codec and of the queue.
   *
   * @param results receives one figure per JVM
   */
  public void loops(ObjDoubleConsumer<Metric> results) throws RunnerException {
    run(analysis(2_000), Metric.LINEAR_2000, millis -> millis, results);
    run(analysis(10_000), Metric.LINEAR_10000, millis -> millis, results);
    run(kafkaAnalysis(), Metric.KAFKA_20000, millis -> millis, results);
    run(txnAnalysis(20), Metric.TXN_20000, millis -> millis, results);
    run(txnAnalysis(100), Metric.TXN_100000, millis -> millis, results);
    run(loop(CodecBenchmark.class, "decode"), Metric.DECODE, nanos -> nanos, results);
    run(loop(CodecBenchmark.class, "encode"), Metric.ENCODE, nanos -> nanos, results);
    run(loop(CodecBenchmark.class, "decodeThousand"), Metric.DECODE_1000, n -> n / 1e3, results);
    run(loop(CodecBenchmark.class, "encodeThousand"), Metric.ENCODE_1000, n -> n / 1e3, results);
    run(loop(EventQueueBenchmark.class, "inAndOut"), Metric.EVENT, nanos -> nanos, results);
    run(loop(RecordingBenchmark.class, "message"), Metric.RECORD, nanos -> nanos, results);
  }

  /**
   * Runs those of the simulator.
   *
   * @param results receives one figure per JVM
   */
  public void simulator(ObjDoubleConsumer<Metric> results) throws RunnerException {
    run(
        simulation("broadcast-3b", "broadcast", 5, 10, 0),
        Metric.SIMULATE_3B,
        millis -> millis,
        results);
    run(
        simulation("broadcast-3d-anti-entropy", "broadcast", 25, 100, 100),
        Metric.SIMULATE_3D,
        millis -> SimulatorBenchmark.VIRTUAL_SECONDS * 1e3 / millis,
        results);
    run(
        simulation("kafka-5c-watermark", "kafka", 2, 1_000, 0),
        Metric.SIMULATE_5C,
        millis -> SimulatorBenchmark.VIRTUAL_SECONDS * 1e3 / millis,
        results);
  }

  ChainedOptionsBuilder loop(Class<?> benchmark, String method) {
    return options(benchmark, method)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(1));
  }

  ChainedOptionsBuilder analysis(int operations) {
    return loop(LinearBenchmark.class, "check").param("operations", Integer.toString(operations));
  }

  ChainedOptionsBuilder kafkaAnalysis() {
    return loop(KafkaBenchmark.class, "check")
        .param("bin", executable.apply("kafka-5c-watermark").toAbsolutePath().toString());
  }

  ChainedOptionsBuilder txnAnalysis(int seconds) {
    return loop(TxnBenchmark.class, "check")
        .param("bin", executable.apply("txn-6b").toAbsolutePath().toString())
        .param("seconds", Integer.toString(seconds));
  }

  ChainedOptionsBuilder simulation(
      String part, String workload, int nodes, double rate, int latencyMillis) {
    return options(SimulatorBenchmark.class, "run")
        .param("bin", executable.apply(part).toAbsolutePath().toString())
        .param("workload", workload)
        .param("nodes", Integer.toString(nodes))
        .param("rate", Double.toString(rate))
        .param("latencyMillis", Integer.toString(latencyMillis))
        .warmupIterations(2)
        .warmupTime(TimeValue.seconds(4))
        .measurementIterations(2)
        .measurementTime(TimeValue.seconds(4));
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, String method) {
    return new OptionsBuilder()
        .include("\\Q" + benchmark.getName() + "." + method + "\\E$")
        .forks(forks)
        .jvmArgs(jvmArguments())
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static String[] jvmArguments() {
    // The first two are the workbench's own.
    List<String> arguments =
        new ArrayList<>(
            List.of("-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-Xms256m", "-Xmx1g"));
    if (Runtime.version().feature() >= 23) {
      arguments.add(
          "--sun-misc-unsafe-memory-access=allow"); // JMH's own; without it each JVM prints a
      // warning
    }
    return arguments.toArray(String[]::new);
  }

  private static void run(
      ChainedOptionsBuilder options,
      Metric metric,
      ToDoubleFunction<Double> toFigure,
      ObjDoubleConsumer<Metric> results)
      throws RunnerException {
    Collection<RunResult> runs = new Runner(options.build()).run();
    for (RunResult run : runs) {
      run.getBenchmarkResults()
          .forEach(
              fork ->
                  results.accept(
                      metric, toFigure.applyAsDouble(fork.getPrimaryResult().getScore())));
    }
  }
}
