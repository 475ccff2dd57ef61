package glomers.node;

/** Runs a task at a steady beat. Beats that fall due while it was held up are left out. */
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
    this.next = environment.schedule(periodNanos, this::beat);
  }

  private void beat() {
    task.run();
    if (cancelled) {
      return;
    }
    long now = environment.nowNanos();
    long beats = Math.max(1, (now - dueNanos) / periodNanos + 1);
    dueNanos += beats * periodNanos;
    next = environment.schedule(dueNanos - now, this::beat);
  }

  @Override
  public void cancel() {
    cancelled = true;
    next.cancel();
  }
}
