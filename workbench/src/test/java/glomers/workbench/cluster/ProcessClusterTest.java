package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessClusterTest {
  @TempDir private Path directory;

  @Test
  void linesGoInAndOutInOrder() throws Exception {
    List<String> sent =
        IntStream.range(0, 5_000).mapToObj(i -> "{\"n\": " + i + ", \"ü\": \"→\"}").toList();
    try (ScriptNodes nodes = ScriptNodes.of(directory, "exec cat").start("n0")) {
      sent.forEach(line -> nodes.cluster.deliver("n0", line));
      nodes.runUntil(() -> nodes.lines.size() == sent.size());
      assertThat(nodes.lines).isEqualTo(sent);
      assertThat(nodes.failures).isEmpty();
    }
  }

  @Test
  void exchangesLinesWhileInputStaysOpen() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "while read -r line; do echo \"got $line\"; done").start("n0")) {
      nodes.onLine =
          line -> {
            if (nodes.lines.size() < 3) {
              nodes.cluster.deliver("n0", "after " + line);
            }
          };
      nodes.cluster.deliver("n0", "1");
      nodes.runUntil(() -> nodes.lines.size() == 3);
      assertThat(nodes.lines)
          .containsExactly("got 1", "got after got 1", "got after got after got 1");
    }
  }

  @Test
  void eachNodeGetsItsOwnLinesOnly() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "read -r line; echo \"$line\"; exec cat")
            .start("n0")
            .start("n1")) {
      nodes.cluster.deliver("n1", "for n1");
      nodes.cluster.deliver("n0", "for n0");
      nodes.cluster.deliver("n7", "for nobody");
      nodes.runUntil(() -> nodes.lines.size() == 2);
      assertThat(nodes.lines).containsExactlyInAnyOrder("for n0", "for n1");
    }
  }

  @Test
  void passesArgumentsAndTemporaryDirectory() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(
                directory,
                "for a in \"$@\"; do echo \"$a\"; done; pwd -P; exec cat",
                List.of("a b", "--c", ""))
            .start("n0")) {
      nodes.runUntil(() -> nodes.lines.size() == 4);
      Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
      assertThat(nodes.lines).containsExactly("a b", "--c", "", temporary.toString());
    }
  }

  @Test
  void passesOnLinesThatAreNoMessages() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "echo rubbish; echo; exec cat").start("n0")) {
      nodes.runUntil(() -> nodes.lines.size() == 2);
      assertThat(nodes.lines).containsExactly("rubbish", "");
    }
  }

  @Test
  void keepsStandardErrorInLog() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "i=0; while [ $i -lt 40 ]; do i=$((i+1)); echo \"e$i\" >&2; done")
            .start("n3")) {
      nodes.awaitFailure();
      List<String> all = IntStream.rangeClosed(1, 40).mapToObj(i -> "e" + i).toList();
      assertThat(Files.readAllLines(nodes.logs.resolve("n3.log"))).isEqualTo(all);
      assertThat(nodes.echoed)
          .containsExactlyElementsOf(all.stream().map(line -> "n3: " + line).toList());
      assertThat(nodes.cluster.lastErrors("n3")).isEqualTo(all.subList(8, 40));
      assertThat(nodes.cluster.lastErrors("n7")).isEmpty();
    }
  }

  @Test
  void reportsExitAfterLastLines() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "echo one; printf two; echo 'no config' >&2; exit 3")
            .start("n0")) {
      NodeFailure failure = nodes.awaitFailure();
      assertThat(nodes.lines).containsExactly("one", "two");
      assertThat(failure.node()).isEqualTo("n0");
      assertThat(failure.problem()).isEqualTo("exited with status 3");
      assertThat(nodes.cluster.lastErrors("n0")).containsExactly("no config");
    }
  }

  @Test
  void aLineWithoutEndIsReported() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "head -c 34000000 /dev/zero; echo; exec cat").start("n0")) {
      NodeFailure failure = nodes.awaitFailure();
      assertThat(failure.problem())
          .isEqualTo("printed a line of 34000000 bytes; the longest that is read has 33554432");
      assertThat(nodes.lines).isEmpty();
    }
  }

  @Test
  void reportsNodeThatReadsNothing() throws Exception {
    try (ScriptNodes nodes = ScriptNodes.of(directory, "exec sleep 1000").start("n0")) {
      String line = "x".repeat(100);
      for (int i = 0; i < 110_000; i++) {
        nodes.cluster.deliver("n0", line);
      }
      NodeFailure failure = nodes.awaitFailure();
      assertThat(failure.problem())
          .matches(
              // The writer may take a few more, up to what fits into the pipe, as this is counted.
              "does not read its standard input: (100,000|9[89],[0-9]{3}) messages of [0-9,]+"
                  + " characters in all wait for it");
      assertThat(nodes.failures).as("is told once").hasSize(1);
    }
  }

  @Test
  void aNodeThatReadsNothingIsReportedBeforeMemoryEnds() throws Exception {
    try (ScriptNodes nodes = ScriptNodes.of(directory, "exec sleep 1000").start("n0")) {
      String line = "x".repeat(1 << 20);
      long fit = Runtime.getRuntime().maxMemory() / 8 / line.length();
      for (long i = 0; i < fit + 4; i++) { // always the same line: the test itself takes no memory
        nodes.cluster.deliver("n0", line);
      }
      assertThat(nodes.awaitFailure().problem())
          .matches("does not read its standard input: [0-9,]+ messages of [0-9,]+ characters.*");
      assertThat(nodes.failures).as("is told once").hasSize(1);
    }
  }

  @Test
  void reportsMissingProgram() throws IOException {
    try (ScriptNodes nodes =
        ScriptNodes.ofProgram(directory, directory.resolve("missing"), List.of()).start("n0")) {
      assertThat(nodes.failures).hasSize(1);
      assertThat(nodes.failures.get(0).problem())
          .startsWith("can't be started: ")
          .contains(directory.resolve("missing").toString());
      nodes.cluster.deliver("n0", "a line for nobody");
      assertThat(nodes.cluster.lastErrors("n0")).isEmpty();
    }
  }

  @Test
  void reportsProgramThatIsNotExecutable() throws IOException {
    Path program = Files.writeString(directory.resolve("node.sh"), "#!/bin/sh\ncat\n");
    try (ScriptNodes nodes = ScriptNodes.ofProgram(directory, program, List.of()).start("n0")) {
      assertThat(nodes.failures).hasSize(1);
      assertThat(nodes.failures.get(0).problem()).startsWith("can't be started: ");
      assertThat(nodes.failures.get(0).remedy()).contains("chmod +x").contains("#!/usr/bin/env");
    }
  }
}
