package glomers.workbench.simulation;

import glomers.workbench.checker.Result;
import glomers.workbench.edn.EdnForm;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.History;
import glomers.workbench.history.Recorder;
import glomers.workbench.options.Workloads;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.FinalOperations;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestBed;
import glomers.workbench.run.Worker;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.time.Scheduler;
import glomers.workbench.trace.Trace;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Generator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The operations of a workload in a scenario: invoked one by one, recorded, and judged. */
final class ScenarioWorkload {
  /** Process numbers of one worker are apart by this much, so that no two workers share one. */
  static final int WORKERS_MAX = 1_000;

  private final TestOptions options;
  private final Workload workload;
  private final Generator generator;
  private final TestBed bed;
  private final Recorder recorder;
  private final Map<Integer, Lane> lanes = new TreeMap<>();
  private boolean isFinal;

  ScenarioWorkload(TestOptions options, TestBed bed, Scheduler scheduler, Trace trace) {
    this.options = options;
    this.workload = Workloads.named(options.workload()).factory().apply(options);
    this.generator = workload.generator();
    this.bed = bed;
    // The trace has faults already, as steps.
    this.recorder =
        new Recorder(
            scheduler,
            op -> {
              if (op.isClient()) {
                trace.operation(op);
              }
            });
  }

  void record(FaultEvent event) {
    recorder.nemesis(null, event);
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
      worker = new Worker(index, node, WORKERS_MAX, workload, generator, recorder, bed::newClient);
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

  void invoke(int worker, String f, Object value) {
    if (worker < 0 || worker >= WORKERS_MAX) {
      throw new IllegalArgumentException(
          "worker " + worker + ": must be from 0 to " + (WORKERS_MAX - 1));
    }
    Object typed = value instanceof EdnForm ? value : workload.value(f, value);
    lanes.computeIfAbsent(worker, Lane::new).perform(new Invocation(f, typed), isFinal);
  }

  /**
   * Performs the final operations of a whole test, by each worker that has performed others, and by
   * the first of each node.
   *
   * @param then is run when they have ended
   */
  void performFinalOperations(Scheduler scheduler, RandomGenerator random, Runnable then) {
    Optional<FinalPhase> phase = generator.finalPhase();
    if (phase.isEmpty()) {
      then.run();
      return;
    }
    if (phase.get().isExtra()) {
      bed.stats().beginFinalPhase();
    }
    for (int index = 0; index < options.nodes().size(); index++) {
      lanes.computeIfAbsent(index, Lane::new);
    }
    List<Worker> workers = lanes.values().stream().map(lane -> lane.worker).toList();
    new FinalOperations(scheduler, phase.get(), random, workers, then).begin();
  }

  /** How long nodes have to recover before the final operations. */
  Duration recovery() {
    return options.faults().recovery();
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
