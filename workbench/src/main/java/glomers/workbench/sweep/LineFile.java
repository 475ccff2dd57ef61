package glomers.workbench.sweep;

import glomers.workbench.report.StoreWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text file that gets its lines while something else goes on, which a full disk does not stop:
 * what went wrong first is told at the end. Safe for use by many threads.
 */
public final class LineFile {
  private final String name;
  private final BufferedWriter out;
  private IOException failure;

  private LineFile(String name, BufferedWriter out) {
    this.name = name;
    this.out = out;
  }

  /**
   * Opens a file and empties it.
   *
   * @param option the option that names the file, for messages
   * @throws IllegalArgumentException if that can't be done; the message says why
   */
  public static LineFile create(String option, Path file) {
    String name = option + " " + file;
    try {
      return new LineFile(name, Files.newBufferedWriter(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          name + ": there is no folder " + file.toAbsolutePath().getParent() + "; make it first",
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(name + ": can't be written: " + StoreWriter.reason(e), e);
    }
  }

  /** Adds a line, which may reach the file later. */
  public synchronized void add(String line) {
    if (failure == null) {
      try {
        out.write(line);
        out.write('\n');
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Lets all lines reach the file now, so that what ends the process leaves them there. */
  public synchronized void flush() {
    if (failure == null) {
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Closes the file and returns what to say if it does not hold all lines. */
  public synchronized Optional<String> finish() {
    flush();
    try {
      out.close();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
    return Optional.ofNullable(failure)
        .map(cause -> name + ": not all of it could be written: " + StoreWriter.reason(cause));
  }
}
