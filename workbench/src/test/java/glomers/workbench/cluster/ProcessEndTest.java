package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a cluster is closed: nothing. */
@Timeout(60)
class ProcessEndTest {
  @TempDir private Path directory;

  /** The names of the threads that carry lines of these nodes. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("end[0-9] std(in|out|err)"))
        .toList();
  }

  /** On a busy machine a thread that was told to end may take its time. */
  private static void awaitThatNoThreadIsLeft() {
    while (!threads().isEmpty()) {
      assertThat(Thread.interrupted())
          .as("the test's time is up; left are %s", threads())
          .isFalse();
    }
  }

  @Test
  void nodesAndTheirThreadsAreGoneAfterClose() throws Exception {
    ScriptNodes nodes = ScriptNodes.of(directory, "echo $$; exec cat");
    try (nodes) {
      nodes.start("end0").start("end1").runUntil(() -> nodes.lines.size() == 2);
      assertThat(nodes.lines).allMatch(pid -> Pids.runs(Long.parseLong(pid)));
      assertThat(threads()).hasSize(6);
    }
    assertThat(nodes.lines).noneMatch(pid -> Pids.runs(Long.parseLong(pid)));
    awaitThatNoThreadIsLeft();
    nodes.close();
    assertThat(nodes.failures).as("an end that was asked for is no failure").isEmpty();
  }

  @Test
  void nodesAreNotStartedAfterClose() throws Exception {
    ScriptNodes nodes = ScriptNodes.of(directory, "exec cat");
    nodes.close();
    nodes.start("end0");
    assertThat(threads()).isEmpty();
    assertThat(nodes.failures).isEmpty();
  }

  @Test
  void whatANodeHasStartedIsGoneToo() throws Exception {
    ScriptNodes nodes = ScriptNodes.of(directory, "sleep 1000 & echo $!; wait");
    try (nodes) {
      nodes.start("end0").runUntil(() -> nodes.lines.size() == 1);
      assertThat(Pids.runs(Long.parseLong(nodes.lines.get(0)))).isTrue();
    }
    Pids.awaitEnd(Long.parseLong(nodes.lines.get(0)));
    awaitThatNoThreadIsLeft();
  }

  @Test
  void whatANodeHasStartedEndsWhenItDies() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "sleep 1000 & sleep 1000 & echo $!; exit 3").start("end0")) {
      assertThat(nodes.awaitFailure().problem()).startsWith("exited with status 3");
      Pids.awaitEnd(Long.parseLong(nodes.lines.get(0)));
      nodes.cluster.close();
      assertThat(nodes.cluster.escaped()).isEmpty();
      awaitThatNoThreadIsLeft();
    }
  }

  @Test
  void processesThatLeaveTheGroupAreNamed() throws Exception {
    ScriptNodes nodes = ScriptNodes.of(directory, "setsid sleep 1000 & echo $!; exec cat");
    try (nodes) {
      nodes.start("end0").runUntil(() -> nodes.lines.size() == 1);
      awaitName(nodes.lines.get(0), "sleep");
    }
    String pid = nodes.lines.get(0);
    try {
      assertThat(nodes.cluster.escaped()).containsExactly(pid + " (sleep)");
    } finally {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private static void awaitName(String pid, String name) throws IOException {
    while (!Files.readString(Path.of("/proc", pid, "comm")).strip().equals(name)) {
      assertThat(Thread.interrupted()).as("the test's time is up").isFalse();
    }
  }

  @Test
  void endsNodeThatIgnoresSignals() throws Exception {
    ScriptNodes nodes =
        ScriptNodes.of(
            directory, "trap '' TERM INT HUP; echo $$; while :; do read -r line || :; done");
    try (nodes) {
      nodes.start("end0").runUntil(() -> nodes.lines.size() == 1);
    }
    assertThat(Pids.runs(Long.parseLong(nodes.lines.get(0)))).isFalse();
  }

  @Test
  void slowsDownNodeThatPrintsTooFast() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "exec yes $(printf %05000d 0)").start("end0")) {
      nodes.onLine =
          line -> {
            nodes.onLine = next -> {};
            awaitThatItWaits(thread("end0 stdout")); // for somebody to look; that is this event
            nodes.cluster.close();
          };
      nodes.runUntil(() -> !nodes.lines.isEmpty());
      awaitThatNoThreadIsLeft();
    }
  }

  private static Thread thread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitThatItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(Thread.interrupted()).as("the test's time is up").isFalse();
    }
  }
}
