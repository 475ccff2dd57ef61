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
import glomers.workbench.time.Scheduler;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Generator;
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
  private final World world;
  private final Scheduler scheduler;
  private final TestBed bed;
  private final Generator generator;
  private final Recorder recorder;
  private final Nemesis nemesis;
  private final List<Worker> workers = new ArrayList<>();
  private Consumer<Runnable> beforeOperations = Runnable::run;
  private Consumer<Runnable> afterFaults = Runnable::run;
  private MainPhase mainPhase;
  private long firstOperationNanos = -1;
  private Phase phase = Phase.STARTING;
  private NodeFailure failure;
  private RunRecord outcome;

  /**
   * A test that has not begun.
   *
   * @param workload made for this run
   * @param world its cluster is closed when the test ends
   * @param operations receives every entry of the history
   */
  public TestRun(TestOptions options, Workload workload, World world, Consumer<Op> operations) {
    this.options = options;
    this.workload = workload;
    this.world = world;
    this.scheduler = world.scheduler();
    this.generator = workload.generator();
    this.bed = new TestBed(world, options.nodes(), workload.setUp(), options.latency(), this::fail);
    this.recorder = new Recorder(scheduler, operations);
    this.nemesis =
        new Nemesis(
            scheduler,
            recorder,
            world.streams().of("nemesis"),
            options.faults().interval().toNanos(),
            bed.faults(),
            faults());
  }

  private List<Fault> faults() {
    return options.faults().names().stream()
        .map(name -> Faults.make(name, options.nodes()))
        .toList();
  }

  /**
   * Adds a step between the preparation of the nodes and their first operation.
   *
   * @param step is given what it must run when it is through
   */
  public void beforeOperations(Consumer<Runnable> step) {
    beforeOperations = step;
  }

  /**
   * Adds a step between the end of all faults and what follows it, the final operations or the end.
   *
   * @param step is given what it must run when it is through
   */
  public void afterFaults(Consumer<Runnable> step) {
    afterFaults = step;
  }

  /** Starts the nodes; the rest follows as the scheduler runs. */
  public void begin() {
    world.log().log(
        System.Logger.Level.INFO, "Starting nodes " + String.join(", ", options.nodes()));
    bed.nodes()
        .start(
            () -> {
              enter(Phase.PREPARING);
              bed.nodes().prepare(() -> beforeOperations.accept(this::operate));
            });
  }

  private void operate() {
    enter(Phase.OPERATING);
    firstOperationNanos = scheduler.nowNanos();
    for (int i = 0; i < options.concurrency(); i++) {
      String node = options.nodes().get(i % options.nodes().size());
      workers.add(
          new Worker(
              i, node, options.concurrency(), workload, generator, recorder, bed::newClient));
    }
    mainPhase =
        new MainPhase(scheduler, world.streams(), generator, workers, options, this::recover);
    if (options.variation().drawn()) {
      nemesis.beginAtRandom();
    } else {
      nemesis.begin();
    }
    scheduler.schedule(options.timeLimit().toNanos(), nemesis::cease); // as in Maelstrom
    mainPhase.begin();
  }

  private void recover() {
    nemesis.end();
    afterFaults.accept(this::goOn);
  }

  private void goOn() {
    Optional<FinalPhase> finalPhase = generator.finalPhase();
    if (finalPhase.isEmpty() && options.promises().quiescence().isEmpty()) {
      finish();
      return;
    }
    if (finalPhase.filter(FinalPhase::isExtra).isPresent()) {
      bed.stats().beginFinalPhase();
    }
    enter(Phase.RECOVERING);
    long recoveryNanos = options.faults().recovery().toNanos();
    scheduler.schedule(recoveryNanos / 2, bed.stats()::beginQuiet);
    scheduler.schedule(recoveryNanos, () -> endQuiet(finalPhase));
  }

  private void endQuiet(Optional<FinalPhase> finalPhase) {
    bed.stats().endQuiet();
    finalPhase.ifPresentOrElse(this::operateFinally, this::finish);
  }

  private void operateFinally(FinalPhase finalPhase) {
    enter(Phase.ENDING);
    new FinalOperations(
            scheduler, finalPhase, world.streams().of("final operations"), workers, this::finish)
        .begin();
  }

  private void enter(Phase next) {
    phase = next;
    String words = next.toString();
    String sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1) + "...";
    world.log().log(System.Logger.Level.INFO, sentence);
  }

  private void fail(NodeFailure cause) {
    if (failure == null) {
      failure = cause;
      scheduler.schedule(LAST_WORDS_NANOS, this::finish);
    }
  }

  /**
   * Begins no more operations of the main phase, as at the time limit; what follows it is as ever.
   * For use once operations have begun.
   */
  public void endOperations() {
    mainPhase.end();
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
    finish(new Ending.Violated(reason));
  }

  private void finish() {
    finish(new Ending.Finished());
  }

  private void finish(Ending unlessFailed) {
    if (outcome != null) {
      return; // it was ended early
    }
    Cluster cluster = world.cluster();
    Ending ending =
        failure == null
            ? unlessFailed
            : new Ending.Failed(
                new TestFailure(
                    failure, cluster.lastErrors(failure.node()), cluster.hints(failure.node())));
    cluster.close();
    Optional<Rate> rate = Optional.ofNullable(mainPhase).map(MainPhase::rate);
    outcome = new RunRecord(recorder.history(), bed.stats(), rate, ending);
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
