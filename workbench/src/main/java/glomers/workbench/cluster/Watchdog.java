package glomers.workbench.cluster;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks now and then whether a simulated node still runs the task that it ran at the last look, and
 * reports one that does not end: virtual time stands still until it does, so that no other limit of
 * a run is ever reached. Java can't end a thread from outside, so that {@link #standard} ends the
 * process.
 *
 * <p>A task's time is the CPU time that its thread takes, so that neither a busy machine nor a
 * debugger's breakpoint makes a task look endless; to it counts the time that it waits.
 */
final class Watchdog {
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int SHOWN_CALLS = 8;
  private static final int BROKEN = 255;

  private final long limitNanos;
  private final Consumer<NodeFailure> report;
  private final Map<RunningTask, Progress> watched =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * A watchdog that looks when {@link #look} is called.
   *
   * @param limitNanos how long a task may take
   * @param report is called in each look at a task that has taken longer
   */
  Watchdog(long limitNanos, Consumer<NodeFailure> report) {
    this.limitNanos = limitNanos;
    this.report = report;
  }

  /** The one of this process: it looks each second, and ends the process with status 255. */
  static Watchdog standard() {
    return Standard.INSTANCE;
  }

  /** Watches these tasks, for as long as the caller keeps them. */
  void watch(RunningTask tasks) {
    watched.put(tasks, new Progress());
  }

  /** Looks at all tasks. */
  void look() {
    synchronized (watched) {
      watched.forEach(this::look);
    }
  }

  private void look(RunningTask task, Progress progress) {
    Thread thread = task.thread();
    NodeGuard node = task.node();
    if (thread == null || !progress.isSameTask(task.number())) {
      progress.begin(task.number(), thread);
      return;
    }
    progress.add(thread);
    if (progress.spentNanos > limitNanos) {
      report.accept(failure(node, thread));
    }
  }

  private static NodeFailure failure(NodeGuard node, Thread thread) {
    boolean waits = Progress.isWaiting(thread);
    return new NodeFailure(
        node.id(),
        "does not come to the end of " + node.task() + ":" + calls(thread.getStackTrace()),
        waits
            ? "let nothing wait, for a node handles one message at a time, and so the reply never"
                + " comes in: return the CompletionStage in place of waiting for it, from a handler"
                + " that is registered by node.onAsync"
            : "let handlers, completions and timers return at once: node.after(delay, task) runs a"
                + " task later");
  }

  /** From the last call that the server itself has made. */
  private static String calls(StackTraceElement[] stack) {
    int own = 0;
    while (own < stack.length && isOfJava(stack[own])) {
      own++;
    }
    return Arrays.stream(stack)
        .skip(own == stack.length ? 0 : Math.max(0, own - 1))
        .limit(SHOWN_CALLS)
        .map(call -> "\n    at " + call)
        .collect(Collectors.joining());
  }

  private static boolean isOfJava(StackTraceElement call) {
    return call.getModuleName() != null && call.getModuleName().startsWith("java.");
  }

  /** How long a task has taken so far. */
  private static final class Progress {
    private long number;
    private long cpuNanos;
    private long spentNanos;

    private boolean isSameTask(long other) {
      return number == other;
    }

    private void begin(long task, Thread thread) {
      number = task;
      cpuNanos = cpuNanos(thread);
      spentNanos = 0;
    }

    private void add(Thread thread) {
      long before = cpuNanos;
      cpuNanos = cpuNanos(thread);
      spentNanos += isWaiting(thread) ? PERIOD_NANOS : cpuNanos - before;
    }

    private static long cpuNanos(Thread thread) {
      return thread == null
          ? 0
          : ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    private static boolean isWaiting(Thread thread) {
      return switch (thread.getState()) {
        case BLOCKED, WAITING, TIMED_WAITING -> true;
        case NEW, RUNNABLE, TERMINATED -> false;
      };
    }
  }

  private static final class Standard {
    private static final Watchdog INSTANCE = new Watchdog(LIMIT_NANOS, Standard::endProcess);

    static {
      Thread thread = new Thread(Standard::lookForEver, "watchdog");
      thread.setDaemon(true);
      thread.start();
    }

    private static void lookForEver() {
      try {
        while (true) {
          TimeUnit.NANOSECONDS.sleep(PERIOD_NANOS);
          INSTANCE.look();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // somebody ends all threads
      }
    }

    private static void endProcess(NodeFailure failure) {
      System.err.println(
          "\nThe simulation could not be finished: node %s %s\nWhat to do: %s."
              .formatted(failure.node(), failure.problem(), failure.remedy()));
      System.err.flush();
      Runtime.getRuntime().halt(BROKEN);
    }
  }
}
