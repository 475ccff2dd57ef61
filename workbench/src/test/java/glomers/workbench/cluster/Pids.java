package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes that are known by their numbers. */
public final class Pids {
  private Pids() {}

  /** Whether the process runs; one that has ended and waits to be asked for its status does not. */
  public static boolean runs(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return !Files.exists(Path.of("/proc/self"))
          && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
  }

  /** Waits for a process that has been killed: that takes it a moment, and nobody is told. */
  public static void awaitEnd(long pid) {
    while (runs(pid)) {
      assertThat(Thread.interrupted()).as("the test's time is up").isFalse();
    }
  }
}
