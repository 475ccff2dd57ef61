package glomers.workbench.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Kills what is left of a cluster if this process ends without closing it, as by a signal that
 * can't be handled. It is a shell that waits for a word of this process. If its input ends without
 * one, it looks for processes with the mark of the cluster, those that have left their groups among
 * them.
 *
 * <p>Only systems with {@code setsid} and {@code /proc} can have it.
 *
 * @param shell empty where the system can't have it
 */
record Reaper(Optional<Process> shell) implements AutoCloseable {
  private static final String DONE = "done\n";

  /** Looks more than once, for a process can start another while it is looked for. */
  private static final String SCRIPT =
      """
      read -r word
      test "$word" = done && exit
      for attempt in 1 2 3 4 5; do
        for file in $(grep -l "$1" /proc/[0-9]*/environ); do
          process=${file#/proc/}
          kill -s KILL "${process%/environ}"
        done
      done
      """;

  /** Starts one for the cluster with this mark; it does nothing where the system can't have it. */
  static Reaper start(Escaped.Mark mark) {
    if (!Escaped.canBeFound()) {
      return new Reaper(Optional.empty());
    }
    return new Reaper(ProcessGroup.SETSID.flatMap(setsid -> shell(setsid.toString(), mark)));
  }

  private static Optional<Process> shell(String setsid, Escaped.Mark mark) {
    // A session of its own: a signal to the whole group of this process must not reach it.
    List<String> command =
        List.of(setsid, "/bin/sh", "-c", SCRIPT, "reaper", mark.environmentEntry());
    try {
      return Optional.of(
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      return Optional.empty(); // the nodes can't be started either, and their failures tell why
    }
  }

  /** Lets it end without killing anything. */
  @Override
  public void close() {
    shell.ifPresent(
        process -> {
          try (OutputStream input = process.getOutputStream()) {
            input.write(DONE.getBytes(StandardCharsets.US_ASCII));
          } catch (IOException e) {
            // it has ended already
          }
        });
  }
}
