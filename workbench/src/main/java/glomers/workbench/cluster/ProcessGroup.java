package glomers.workbench.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program and all that it starts. Where the system has {@code setsid}, as Linux has, the program
 * leads a session of its own, and signals reach all processes of its group, also when the program
 * itself has exited. Elsewhere they reach those that descend from it while it runs.
 *
 * @param leader the program itself
 */
record ProcessGroup(Process leader, boolean hasSession) {
  /** The command that starts a program in a session of its own, where the system has it. */
  static final Optional<Path> SETSID =
      Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
          .filter(folder -> !folder.isEmpty())
          .map(folder -> Path.of(folder, "setsid"))
          .filter(Files::isExecutable)
          .findFirst();

  /**
   * Starts a program in the temporary directory: as under Maelstrom, one that relies on its working
   * directory fails.
   *
   * @param command the program, by its full path, and its arguments
   * @param environment added to that of this process
   * @throws IOException if it can't be started
   */
  static ProcessGroup start(List<String> command, Map<String, String> environment)
      throws IOException {
    if (!Files.isExecutable(Path.of(command.get(0)))) { // setsid would only exit with a status
      throw new IOException(command.get(0) + " is not there, or not executable");
    }
    List<String> words = new ArrayList<>();
    SETSID.ifPresent(setsid -> words.add(setsid.toString()));
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(new File(System.getProperty("java.io.tmpdir")));
    builder.environment().putAll(environment);
    return new ProcessGroup(builder.start(), SETSID.isPresent());
  }

  /**
   * Sends a signal, such as {@code STOP}, to all of them. Java itself has only those that end one
   * process.
   *
   * @throws IOException if the shell that does it can't be started
   */
  void signal(String name) throws IOException, InterruptedException {
    signal(name, targets());
  }

  /** Ends all processes of these groups, at once. */
  static void kill(Collection<ProcessGroup> groups) throws IOException, InterruptedException {
    List<String> targets = new ArrayList<>();
    groups.forEach(group -> targets.addAll(group.targets()));
    groups.stream()
        .map(group -> group.leader)
        .filter(Process::isAlive) // of a dead one this would only close the streams, unread
        .forEach(Process::destroyForcibly);
    signal("KILL", targets);
  }

  private List<String> targets() {
    if (hasSession) {
      return List.of("-" + leader.pid());
    }
    return Stream.concat(Stream.of(leader.toHandle()), leader.descendants())
        .filter(ProcessHandle::isAlive)
        .map(handle -> Long.toString(handle.pid()))
        .toList();
  }

  private static void signal(String name, List<String> targets)
      throws IOException, InterruptedException {
    if (targets.isEmpty()) {
      return;
    }
    // The shell's own kill: not every system has the command. It complains of those that are gone.
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "kill -s " + name + " -- \"$@\"", "kill"));
    command.addAll(targets);
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
