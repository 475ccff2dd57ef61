package glomers.workbench.simulation;

import glomers.workbench.checker.Result;
import glomers.workbench.history.History;
import glomers.workbench.history.Recorder;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestBed;
import glomers.workbench.run.Worker;
import glomers.workbench.session.Invocation;
import glomers.workbench.time.Scheduler;
import glomers.workbench.trace.Trace;
import glomers.workbench.workload.Generator;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.Workloads;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/** The operations of a workload in a scenario: invoked one by one, recorded, and judged. */
final class ScenarioWorkload {
  /** Process numbers of one worker are apart by this much, so that no two workers share one. */
  private static final int WORKERS_MAX = 1_000;

  private static final Generator NONE = turn -> Optional.empty();

  private final TestOptions options;
  private final Workload workload;
  private final TestBed bed;
  private final Recorder recorder;
  private final Map<Integer, Lane> lanes = new TreeMap<>();
  private boolean isFinal;

  ScenarioWorkload(TestOptions options, TestBed bed, Scheduler scheduler, Trace trace) {
    this.options = options;
    this.workload = Workloads.named(options.workload()).factory().apply(options);
    this.bed = bed;
    this.recorder = new Recorder(scheduler, trace::operation);
  }

  Optional<Workload.SetUp> setUp() {
    return workload.setUp();
  }

  void finalPhase() {
    isFinal = true;
  }

  /** A worker, and what it has still to do. */
  private final class Lane {
    private final Worker worker;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Lane(int index) {
      String node = options.nodes().get(index % options.nodes().size());
      worker = new Worker(index, node, WORKERS_MAX, workload, NONE, recorder, bed::newClient);
    }

    void perform(Invocation operation, boolean inFinalPhase) {
      if (busy) {
        waiting.add(() -> perform(operation, inFinalPhase));
        return;
      }
      busy = true;
      worker.perform(
          operation,
          inFinalPhase,
          () -> {
            busy = false;
            if (!waiting.isEmpty()) {
              waiting.remove().run();
            }
          });
    }
  }

  void invoke(int worker, Invocation operation) {
    if (worker < 0 || worker >= WORKERS_MAX) {
      throw new IllegalArgumentException(
          "worker " + worker + ": must be from 0 to " + (WORKERS_MAX - 1));
    }
    lanes.computeIfAbsent(worker, Lane::new).perform(operation, isFinal);
  }

  /** Whether all operations have ended. */
  boolean isIdle() {
    return lanes.values().stream().noneMatch(lane -> lane.busy);
  }

  History history() {
    return recorder.history();
  }

  Result judge(RunRecord outcome) {
    return Analysis.of(options, workload, outcome);
  }
}
