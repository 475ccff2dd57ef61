package glomers.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The workbench as a process.
 *
 * @param executable its file
 * @param folder where it leaves its results
 */
public record Workbench(Path executable, Path folder) {
  /** Starts {@code workbench test -w echo} on a program, with more options. */
  Process testEcho(Subject subject, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(executable.toAbsolutePath().toString());
    command.addAll(List.of("test", "-w", "echo", "--bin"));
    command.add(Path.of(subject.command().get(0)).toAbsolutePath().toString());
    command.addAll(List.of(options));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
