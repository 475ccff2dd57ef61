package glomers.workbench.run;

import glomers.workbench.checker.Finding;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.history.Recorder;
import glomers.workbench.nemesis.Fault;
import glomers.workbench.nemesis.Faults;
import glomers.workbench.nemesis.Nemesis;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import glomers.workbench.workload.FinalPhase;
import glomers.workbench.workload.Generator;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One test, from the start of its nodes to its last operation: initialises all nodes at once,
 * prepares them, performs operations and injects faults until the time limit, heals, waits,
 * performs the final operations, and ends the nodes. The first node that breaks the protocol ends
 * the test.
 *
 * <p>Runs as events on the scheduler, and stops the scheduler at its end.
 */
public final class TestRun {
  /** How long a node's last lines may take to arrive after the failure that they explain. */
  private static final long LAST_WORDS_NANOS = 200_000_000L;

  private final TestOptions options;
  private final Workload workload;
  private final Scheduler scheduler;
  private final Cluster cluster;
  private final System.Logger log;
  private final TestBed bed;
  private final Generator generator;
  private final Recorder recorder;
  private final Nemesis nemesis;
  private final RandomStreams streams;
  private final List<Worker> workers = new ArrayList<>();
  private Consumer<Runnable> beforeOperations = Runnable::run;
  private MainPhase mainPhase;
  private long firstOperationNanos = -1;
  private String phase = "starting nodes";
  private NodeFailure failure;
  private Finding violation;
  private RunRecord outcome;

  /**
   * A test that has not begun.
   *
   * @param workload made for this run
   * @param cluster has no nodes yet; is closed when the test ends
   * @param listeners receive every message
   * @param operations receives every entry of the history
   */
  public TestRun(
      TestOptions options,
      Workload workload,
      Scheduler scheduler,
      Cluster cluster,
      List<NetworkListener> listeners,
      Consumer<Op> operations,
      System.Logger log) {
    this.options = options;
    this.workload = workload;
    this.scheduler = scheduler;
    this.cluster = cluster;
    this.log = log;
    this.streams = new RandomStreams(options.seed());
    this.generator = workload.generator();
    this.bed =
        new TestBed(
            options.nodes(),
            workload.setUp(),
            scheduler,
            cluster,
            options.latency(),
            streams,
            listeners,
            this::fail,
            log);
    this.recorder = new Recorder(scheduler, operations);
    this.nemesis =
        new Nemesis(
            scheduler,
            recorder,
            streams.of("nemesis"),
            options.nemesisInterval().toNanos(),
            bed.faults(),
            faults());
  }

  private List<Fault> faults() {
    return options.nemesis().stream().map(name -> Faults.make(name, options.nodes())).toList();
  }

  /**
   * Adds a step between the preparation of the nodes and their first operation.
   *
   * @param step is given what it must run when it is through
   */
  public void beforeOperations(Consumer<Runnable> step) {
    beforeOperations = step;
  }

  /** Begins; the rest follows as the scheduler runs. */
  public void begin() {
    log.log(System.Logger.Level.INFO, "Starting nodes " + String.join(", ", options.nodes()));
    bed.nodes()
        .start(
            () -> {
              enter("preparing nodes");
              bed.nodes().prepare(() -> beforeOperations.accept(this::operate));
            });
  }

  private void operate() {
    enter("running operations");
    firstOperationNanos = scheduler.nowNanos();
    for (int i = 0; i < options.concurrency(); i++) {
      String node = options.nodes().get(i % options.nodes().size());
      workers.add(
          new Worker(
              i, node, options.concurrency(), workload, generator, recorder, bed::newClient));
    }
    mainPhase = new MainPhase(scheduler, streams, generator, workers, options, this::recover);
    nemesis.begin();
    scheduler.schedule(options.timeLimit().toNanos(), nemesis::cease); // as in Maelstrom
    mainPhase.begin();
  }

  private void recover() {
    nemesis.end();
    Optional<FinalPhase> finalPhase = generator.finalPhase();
    if (finalPhase.isEmpty()) {
      finish();
      return;
    }
    if (finalPhase.get().isExtra()) {
      bed.stats().beginFinalPhase();
    }
    enter("waiting for recovery");
    scheduler.schedule(options.recovery().toNanos(), () -> operateFinally(finalPhase.get()));
  }

  private void operateFinally(FinalPhase finalPhase) {
    enter("final operations");
    new FinalOperations(
            scheduler, finalPhase, streams.of("final operations"), workers, this::finish)
        .begin();
  }

  private void enter(String nextPhase) {
    phase = nextPhase;
    String sentence = Character.toUpperCase(phase.charAt(0)) + phase.substring(1) + "...";
    log.log(System.Logger.Level.INFO, sentence);
  }

  private void fail(NodeFailure cause) {
    if (failure == null) {
      failure = cause;
      scheduler.schedule(LAST_WORDS_NANOS, this::finish);
    }
  }

  /** Ends the test at once, because it can't be finished. Only the first call counts. */
  public void end(NodeFailure cause) {
    if (outcome == null) {
      failure = cause;
      finish();
    }
  }

  /** Ends the test at once, because it is invalid already. Only the first call counts. */
  public void end(Finding reason) {
    if (outcome == null) {
      violation = reason;
      finish();
    }
  }

  private void finish() {
    if (outcome != null) {
      return; // it was ended early
    }
    Optional<TestFailure> reason =
        Optional.ofNullable(failure)
            .map(
                cause ->
                    new TestFailure(
                        cause, cluster.lastErrors(cause.node()), cluster.hints(cause.node())));
    cluster.close();
    Optional<Rate> rate = Optional.ofNullable(mainPhase).map(MainPhase::rate);
    outcome =
        new RunRecord(
            recorder.history(), bed.stats(), rate, reason, Optional.ofNullable(violation));
    scheduler.stop();
  }

  /**
   * The record of the test.
   *
   * @throws IllegalStateException if it has not ended yet
   */
  public RunRecord outcome() {
    if (outcome == null) {
      throw new IllegalStateException("the test has not ended: it is " + phase);
    }
    return outcome;
  }

  /** The progress of the test. */
  public Status status() {
    long elapsed = firstOperationNanos < 0 ? 0 : scheduler.nowNanos() - firstOperationNanos;
    return new Status(
        phase,
        Duration.ofNanos(elapsed),
        recorder.count(OpType.INVOKE),
        recorder.count(OpType.OK),
        recorder.count(OpType.FAIL),
        recorder.count(OpType.INFO),
        nemesis.active());
  }
}
