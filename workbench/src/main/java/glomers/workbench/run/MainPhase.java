package glomers.workbench.run;

import glomers.workbench.session.Session.Invocation;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The main phase: assigns operations to free workers at the requested rate until the time limit,
 * and then waits for those that have not ended. The gaps between operations are drawn from 0 to
 * twice their mean; and so are silences, if there are any, and the time between two of them.
 */
final class MainPhase {
  /**
   * How far behind its schedule the generator may fall and still catch up. Short delays of a busy
   * machine are made up for; beyond this the schedule moves, so that no burst follows a pause.
   */
  private static final long CATCH_UP_NANOS_MAX = 1_000_000_000L;

  private final Scheduler scheduler;
  private final RandomGenerator timing;
  private final RandomGenerator operations;
  private final RandomGenerator silences;
  private final Generator generator;
  private final List<Worker> free;
  private final double rate;
  private final long limitNanos;
  private final long silenceNanos;
  private final Runnable then;
  private long startNanos;
  private long dueNanos;
  private long silentNanos;
  private long heldUpNanos;
  private long invocations;
  private int busy;
  private boolean waitingForWorker;
  private boolean over;

  MainPhase(
      Scheduler scheduler,
      RandomStreams streams,
      Generator generator,
      List<Worker> workers,
      TestOptions options,
      Runnable then) {
    this.scheduler = scheduler;
    this.timing = streams.of("timing");
    this.operations = streams.of("operations");
    this.silences = streams.of("silences");
    this.generator = generator;
    this.free = new ArrayList<>(workers);
    this.rate = options.rate();
    this.limitNanos = options.timeLimit().toNanos();
    this.silenceNanos = options.variation().silence().toNanos();
    this.then = then;
  }

  void begin() {
    startNanos = scheduler.nowNanos();
    dueNanos = startNanos;
    silentNanos = silenceNanos == 0 ? Long.MAX_VALUE : startNanos + drawSilence();
    scheduler.schedule(limitNanos, this::end);
    if (rate > 0) {
      invoke();
    }
  }

  private void invoke() {
    if (over) {
      return;
    }
    if (free.isEmpty() || !assign()) {
      waitingForWorker = true;
      return;
    }
    scheduleNext();
  }

  /** Hands an operation to one of the free workers, chosen at random, that has one to perform. */
  private boolean assign() {
    List<Worker> candidates = new ArrayList<>(free);
    long elapsedNanos = scheduler.nowNanos() - startNanos;
    while (!candidates.isEmpty()) {
      Worker worker = candidates.remove(timing.nextInt(candidates.size()));
      Optional<Invocation> operation = generator.next(worker.turn(elapsedNanos, operations));
      if (operation.isPresent()) {
        free.remove(worker);
        busy++;
        invocations++;
        worker.perform(operation.get(), false, () -> release(worker));
        return true;
      }
    }
    return false;
  }

  private void scheduleNext() {
    long now = scheduler.nowNanos();
    // A gap longer than the phase is as good as any: its end must be a time that can be counted,
    // but not that of the phase, or which of the two comes first would be chance.
    long gapNanos = (long) Math.min(2.0 * limitNanos, timing.nextDouble() * 2 * 1e9 / rate);
    long earliest = now - CATCH_UP_NANOS_MAX;
    dueNanos += gapNanos;
    if (dueNanos < earliest) {
      heldUpNanos += earliest - dueNanos;
      dueNanos = earliest;
    }
    if (dueNanos >= silentNanos) {
      dueNanos += drawSilence();
      silentNanos = dueNanos + drawSilence();
    }
    scheduler.schedule(dueNanos - now, this::invoke);
  }

  private long drawSilence() {
    return silences.nextLong(2 * silenceNanos);
  }

  private void release(Worker worker) {
    busy--;
    free.add(worker);
    if (over) {
      endIfIdle();
    } else if (waitingForWorker) {
      waitingForWorker = false;
      // As an event of its own: an operation without messages ends within the call that begins it.
      scheduler.schedule(0, this::invoke);
    }
  }

  /** Assigns no more operations. Only the first call counts. */
  void end() {
    if (over) {
      return;
    }
    over = true;
    if (waitingForWorker) {
      heldUpNanos += Math.max(0, scheduler.nowNanos() - CATCH_UP_NANOS_MAX - dueNanos);
    }
    endIfIdle();
  }

  private void endIfIdle() {
    if (busy == 0) {
      then.run();
    }
  }

  Rate rate() {
    double seconds = limitNanos / 1e9;
    return new Rate(rate, invocations / seconds, Math.min(1, heldUpNanos / 1e9 / seconds));
  }
}
