package glomers.workbench.run;

import glomers.workbench.session.Session.Completion;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.time.Scheduler;
import glomers.workbench.workload.Workload.FinalPhase;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The final phase: each worker performs its final operations one after the other, independently of
 * the other workers. One that is refused by an error which invites another try is tried again, a
 * few times: without it nobody would know what the node has.
 */
public final class FinalOperations {
  private static final int TRIES_MAX = 6;
  private static final long FIRST_PAUSE_NANOS = 100_000_000L;

  private final Scheduler scheduler;
  private final FinalPhase phase;
  private final RandomGenerator random;
  private final List<Worker> workers;
  private final Runnable then;
  private long startNanos;
  private int busy;

  /**
   * Operations that have not begun.
   *
   * @param random of the pauses between them
   * @param workers none of which performs an operation at present
   * @param then is run when all workers have finished
   */
  public FinalOperations(
      Scheduler scheduler,
      FinalPhase phase,
      RandomGenerator random,
      List<Worker> workers,
      Runnable then) {
    this.scheduler = scheduler;
    this.phase = phase;
    this.random = random;
    this.workers = workers;
    this.then = then;
  }

  /** Lets each worker perform its first operation; the rest follows as the scheduler runs. */
  public void begin() {
    startNanos = scheduler.nowNanos();
    busy = workers.size();
    workers.forEach(this::next);
  }

  private void next(Worker worker) {
    long meanNanos = phase.meanPause().toNanos();
    if (meanNanos == 0) {
      perform(worker);
    } else {
      scheduler.schedule(random.nextLong(2 * meanNanos), () -> perform(worker));
    }
  }

  private void perform(Worker worker) {
    long elapsedNanos = scheduler.nowNanos() - startNanos;
    Optional<Invocation> operation =
        elapsedNanos > phase.timeLimit().toNanos()
            ? Optional.empty()
            : phase.next(worker.turn(elapsedNanos, random));
    if (operation.isPresent()) {
      perform(worker, operation.get(), 1);
    } else if (--busy == 0) {
      then.run();
    }
  }

  private void perform(Worker worker, Invocation operation, int tries) {
    worker.perform(
        operation,
        true,
        (Completion completion) -> {
          if (completion.invitesRetry() && tries < TRIES_MAX) {
            scheduler.schedule(
                FIRST_PAUSE_NANOS << (tries - 1), () -> perform(worker, operation, tries + 1));
          } else {
            next(worker);
          }
        });
  }
}
