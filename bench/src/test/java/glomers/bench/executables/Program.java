package glomers.bench.executables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run by itself on some input, for tests of an executable without a cluster.
 *
 * @param command the program and its arguments
 * @param environment variables to set besides those of this process
 */
record Program(List<String> command, Map<String, String> environment) {
  private static final long SECONDS_MAX = 60;

  /**
   * What a program has done.
   *
   * @param output all that it printed on standard output, to the byte
   * @param errors all that it printed on standard error
   */
  record Outcome(int exitStatus, String output, String errors) {
    /** The lines of standard output. */
    List<String> lines() {
      return output.lines().toList();
    }
  }

  /** A program without arguments. */
  static Program of(Path program) {
    return new Program(List.of(program.toString()), Map.of());
  }

  /** The same with a variable set. */
  Program with(String variable, String value) {
    return new Program(command, Map.of(variable, value));
  }

  /**
   * Runs it in the temporary directory, as Maelstrom does, on this input and to its end.
   *
   * @throws IllegalStateException if it does not end within a minute
   * @throws UncheckedIOException if it can't be started
   */
  Outcome run(String input) {
    return run(Path.of(System.getProperty("java.io.tmpdir")), input);
  }

  /** As {@link #run(String)}, in another working directory. */
  Outcome run(Path directory, String input) {
    try {
      // Files, not pipes: however much it prints, nobody has to read at the same time.
      Path output = Files.createTempFile("program", ".out");
      Path errors = Files.createTempFile("program", ".err");
      try {
        int status = run(directory, input, output, errors);
        return new Outcome(status, Files.readString(output), Files.readString(errors));
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  private int run(Path directory, String input, Path output, Path errors)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has ended before it read everything; its status will tell.
    }
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " has not ended within " + SECONDS_MAX + " s");
    }
    return process.exitValue();
  }
}
