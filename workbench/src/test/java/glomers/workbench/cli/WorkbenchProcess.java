package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The workbench in a process of its own, as its users start it. */
final class WorkbenchProcess {
  /** Answers init, echo, topology, broadcast and read; reads are always empty. */
  static final String SERVER =
      """
      envelope='^{"id":[0-9]*,"src":"\\([^"]*\\)","dest":"\\([^"]*\\)","body":{"type":'
      back='{"src":"\\2","dest":"\\1","body":{"type":'
      rest=',"msg_id":\\([0-9]*\\).*$'
      echo "started as $$ with $*" >&2
      while read -r line; do
        printf '%s\\n' "$line" | sed \\
          -e "s/$envelope\\"echo\\",\\"msg_id\\":\\([0-9]*\\),\\"echo\\":\\(\\"[^\\"]*\\"\\)}}$/$back\\"echo_ok\\",\\"echo\\":\\4,\\"in_reply_to\\":\\3}}/" \\
          -e "s/$envelope\\"read\\"$rest/$back\\"read_ok\\",\\"messages\\":[],\\"in_reply_to\\":\\3}}/" \\
          -e "s/$envelope\\"\\([a-z]*\\)\\"$rest/$back\\"\\3_ok\\",\\"in_reply_to\\":\\4}}/"
      done
      """;

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private WorkbenchProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  static WorkbenchProcess start(List<String> arguments) throws IOException {
    return start(Main.class, arguments);
  }

  /** Another main class in place of the workbench's. */
  static WorkbenchProcess start(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new WorkbenchProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** A program that runs these lines of shell. */
  static Path program(Path directory, String script) throws IOException {
    Path program = Files.writeString(directory.resolve("node.sh"), "#!/bin/sh\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  /** Reads lines up to one that contains this, and returns that. */
  String readUntil(String text) throws IOException {
    String line;
    while ((line = output.readLine()) != null) {
      lines.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("there is no \"" + text + "\" in:\n" + text());
  }

  /** Asks it to end, as Ctrl-C does. */
  void interrupt() {
    process.toHandle().destroy(); // destroy of the process itself closes its output, too
  }

  /** Kills it, by a signal that it can't handle. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits for its end and returns its exit status. */
  int await() throws IOException, InterruptedException {
    String line;
    while ((line = output.readLine()) != null) {
      lines.add(line);
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** What it has printed so far. */
  String text() {
    return String.join("\n", lines);
  }
}
