package glomers.workbench.simulation;

import glomers.workbench.checker.Result;
import glomers.workbench.cluster.ProcessCluster;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.options.Workloads;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.Status;
import glomers.workbench.run.TestRun;
import glomers.workbench.run.World;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.RealTimeScheduler;
import glomers.workbench.trace.Recording;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A test on processes, in real time: the twin of {@link Simulation}. For one run. */
public final class ProcessRun {
  private final TestOptions options;
  private final Workload workload;
  private final RealTimeScheduler scheduler = new RealTimeScheduler();
  private final Recording recording = new Recording(scheduler);
  private final ProcessCluster cluster;
  private final TestRun run;

  /**
   * A test that has not begun.
   *
   * @param program the program that runs a node, by its full path, and its arguments
   * @param nodeLogs the folder that keeps what nodes print on standard error
   * @param errors receives (node, line) for all of that, too; may be called on any thread
   * @param listener receives every message
   * @param log receives the test's course
   */
  public ProcessRun(
      TestOptions options,
      List<String> program,
      Path nodeLogs,
      BiConsumer<String, String> errors,
      NetworkListener listener,
      System.Logger log) {
    this.options = options;
    this.workload = Workloads.named(options.workload()).factory().apply(options);
    this.cluster = new ProcessCluster(program, nodeLogs, scheduler, errors);
    RandomStreams streams = new RandomStreams(options.seed());
    this.run =
        new TestRun(
            options,
            workload,
            new World(scheduler, cluster, streams, List.of(listener, recording), log),
            op -> {});
  }

  /** Runs it to its end. */
  public void perform() throws InterruptedException {
    try (cluster) {
      run.begin();
      scheduler.run();
    }
  }

  /** Runs a task after some time, if the test has not ended by then. */
  public void after(long nanos, Runnable task) {
    scheduler.schedule(nanos, task);
  }

  /** How far it is; for tasks of {@link #after}, and before it begins. */
  public Status status() {
    return run.status();
  }

  /**
   * What it left behind.
   *
   * @throws IllegalStateException if it has not ended
   */
  public RunRecord outcome() {
    return run.outcome();
  }

  /** Its messages. */
  public Recording recording() {
    return recording;
  }

  /** The verdict and its reasons; empty if the test could not be finished. */
  public Optional<Result> judge() {
    return outcome().failure().isPresent()
        ? Optional.empty()
        : Optional.of(Analysis.of(options, workload, outcome()));
  }

  /** Why the nodes' logs are incomplete; empty if they are not. */
  public Optional<IOException> logProblem() {
    return cluster.logProblem();
  }

  /** The processes that nodes have started and that still run. */
  public List<String> escaped() {
    return cluster.escaped();
  }
}
