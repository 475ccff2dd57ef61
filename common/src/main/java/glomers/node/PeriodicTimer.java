package glomers.node;

/** Runs a task once per period. Ticks that fall due while a run is held up are skipped. */
final class PeriodicTimer implements Timer {
  private final Environment environment;
  private final long periodNanos;
  private final Runnable task;
  private long dueNanos;
  private Timer next;
  private boolean cancelled;

  PeriodicTimer(Environment environment, long periodNanos, Runnable task) {
    this.environment = environment;
    this.periodNanos = periodNanos;
    this.task = task;
    this.dueNanos = environment.nowNanos() + periodNanos;
    this.next = environment.schedule(periodNanos, this::tick);
  }

  private void tick() {
    task.run();
    if (cancelled) {
      return;
    }
    long now = environment.nowNanos();
    long ticks = Math.max(1, (now - dueNanos) / periodNanos + 1);
    dueNanos += ticks * periodNanos;
    next = environment.schedule(dueNanos - now, this::tick);
  }

  @Override
  public void cancel() {
    cancelled = true;
    next.cancel();
  }
}
