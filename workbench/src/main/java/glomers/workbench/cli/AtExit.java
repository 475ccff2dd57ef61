package glomers.workbench.cli;

/** A task that runs if the JVM ends, such as by Ctrl-C, before this is cancelled. */
final class AtExit {
  private final Thread hook;

  AtExit(Runnable task) {
    hook = new Thread(task, "at-exit");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Lets the JVM end without running the task. */
  void cancel() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending, and the task is being done
    }
  }
}
