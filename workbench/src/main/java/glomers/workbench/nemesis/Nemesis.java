package glomers.workbench.nemesis;

import glomers.node.Timer;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.Recorder;
import glomers.workbench.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Starts and stops faults: each fault starts at once, and then stops and starts in turn, with
 * pauses drawn from 0 to twice the interval. For use within events only.
 */
public final class Nemesis {
  private final Scheduler scheduler;
  private final Recorder recorder;
  private final RandomGenerator random;
  private final long intervalNanos;
  private final Injector injector;
  private final List<Fault> faults;
  private final List<Fault> active = new ArrayList<>();
  private final List<Timer> next = new ArrayList<>();

  /**
   * A nemesis that does nothing yet.
   *
   * @param intervalNanos the mean pause between a fault's start and its stop, and the other way
   *     round, in nanoseconds
   * @param injector carries the faults out
   */
  public Nemesis(
      Scheduler scheduler,
      Recorder recorder,
      RandomGenerator random,
      long intervalNanos,
      Injector injector,
      List<Fault> faults) {
    this.scheduler = scheduler;
    this.recorder = recorder;
    this.random = random;
    this.intervalNanos = intervalNanos;
    this.injector = injector;
    this.faults = List.copyOf(faults);
  }

  /** Starts each fault for the first time. */
  public void begin() {
    faults.forEach(this::start);
  }

  /** Starts some of them at once, and the others after a pause. */
  public void beginAtRandom() {
    faults.forEach(
        fault -> {
          if (random.nextBoolean()) {
            start(fault);
          } else {
            later(() -> start(fault));
          }
        });
  }

  private void start(Fault fault) {
    Object choice = fault.choose(random);
    carryOut(choice, fault.start(choice, random));
    active.add(fault);
    later(() -> stopAndGoOn(fault));
  }

  private void stopAndGoOn(Fault fault) {
    stop(fault);
    later(() -> start(fault));
  }

  private void stop(Fault fault) {
    carryOut(null, fault.stop());
    active.remove(fault);
  }

  private void later(Runnable task) {
    next.add(scheduler.schedule(random.nextLong(2 * intervalNanos), task));
  }

  private void carryOut(Object choice, FaultEvent event) {
    injector.carryOut(event);
    recorder.nemesis(choice, event);
  }

  /** Starts and stops nothing more by itself; what is active stays until {@link #end}. */
  public void cease() {
    next.forEach(Timer::cancel);
  }

  /** Stops all faults for good. */
  public void end() {
    cease();
    faults.forEach(this::stop);
  }

  /** The names of the active faults. */
  public List<String> active() {
    return active.stream().map(Fault::name).toList();
  }
}
