package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.Unsynced;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are paused, resumed, killed and started again. */
@Timeout(60)
class ProcessSignalsTest {
  private static final long MS = 1_000_000L;

  @TempDir private Path directory;

  @Test
  void pausedNodeAnswersAfterResume() throws Exception {
    try (ScriptNodes nodes = ScriptNodes.of(directory, "exec cat").start("n0")) {
      nodes.onLine =
          line -> {
            if (line.equals("before")) {
              nodes.cluster.pause("n0");
              nodes.cluster.deliver("n0", "meanwhile");
              nodes.scheduler.schedule(50 * MS, () -> resume(nodes));
            }
          };
      nodes.cluster.deliver("n0", "before");
      nodes.runUntil(() -> nodes.lines.size() == 3);
      assertThat(nodes.lines).containsExactly("before", "resumed", "meanwhile");
      assertThat(nodes.failures).isEmpty();
    }
  }

  private static void resume(ScriptNodes nodes) {
    nodes.lines.add("resumed");
    nodes.cluster.resume("n0");
    nodes.cluster.resume("n0"); // does nothing to one that is not paused
  }

  @Test
  void aPausedNodeIsEndedByClose() throws Exception {
    try (ScriptNodes nodes = ScriptNodes.of(directory, "echo $$; exec cat").start("n0")) {
      nodes.runUntil(() -> nodes.lines.size() == 1);
      nodes.cluster.pause("n0");
      nodes.cluster.close();
      assertThat(ProcessHandle.of(Long.parseLong(nodes.lines.get(0)))).isEmpty();
    }
  }

  @Test
  void killedNodeCanBeRestarted() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "echo life >&2; echo started; exec cat").start("n0")) {
      nodes.onLine =
          line -> {
            nodes.onLine = next -> {};
            nodes.cluster.kill("n0", Unsynced.TORN);
            nodes.cluster.deliver("n0", "for one who is gone");
            nodes.start("n0");
            nodes.cluster.deliver("n0", "for one who is new");
          };
      nodes.runUntil(() -> nodes.lines.contains("for one who is new"));
      assertThat(nodes.lines).containsExactly("started", "started", "for one who is new");
      assertThat(nodes.failures).isEmpty();
      nodes.cluster.close(); // what was printed is in the log, then
      assertThat(Files.readAllLines(nodes.logs.resolve("n0.log")))
          .as("the log of both lives")
          .containsOnly("life")
          .hasSizeBetween(1, 2);
    }
  }
}
