package glomers.workbench.cli;

/** Something to be done if the JVM ends, by Ctrl-C for example, before this is cancelled. */
final class AtExit {
  private final Thread hook;

  AtExit(Runnable task) {
    hook = new Thread(task, "at-exit");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Has the JVM end without doing it. */
  void cancel() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending, and the task is being done
    }
  }
}
