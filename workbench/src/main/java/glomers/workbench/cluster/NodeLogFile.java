package glomers.workbench.cluster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * The file with what a node prints on standard error. Of a node that prints without bound it keeps
 * the beginning and, once it is closed, the end. A file that can't be written is given up, for a
 * full disk is not the node's fault. For use by one thread, but for {@link #problem}.
 */
final class NodeLogFile implements AutoCloseable {
  /** The beginning, in bytes, that is kept. */
  static final int HEAD_BYTES_MAX = 8 << 20;

  /** The end, in bytes, that is kept. */
  static final int TAIL_BYTES_MAX = 1 << 20;

  private final Path file;
  private final Deque<byte[]> tail = new ArrayDeque<>();
  private OutputStream out;
  private long headBytes;
  private long tailBytes;
  private long omittedLines;
  private long omittedBytes;
  private volatile IOException problem;

  /** A log that is appended to this file. */
  NodeLogFile(Path file) {
    this.file = file;
    attempt(
        () -> {
          Files.createDirectories(file.getParent());
          headBytes = Files.exists(file) ? Files.size(file) : 0;
          out =
              new BufferedOutputStream(
                  Files.newOutputStream(
                      file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void attempt(Writing writing) {
    if (problem == null) {
      try {
        writing.run();
      } catch (IOException e) {
        problem = e;
      }
    }
  }

  /** Adds a line. Returns whether it belongs to the beginning, which is written at once. */
  boolean add(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (headBytes + bytes.length <= HEAD_BYTES_MAX) {
      headBytes += bytes.length;
      attempt(() -> out.write(bytes));
      return true;
    }
    headBytes = HEAD_BYTES_MAX; // what comes later is no beginning, however short
    tail.addLast(bytes);
    tailBytes += bytes.length;
    while (tailBytes > TAIL_BYTES_MAX) {
      byte[] oldest = tail.removeFirst();
      tailBytes -= oldest.length;
      omittedLines++;
      omittedBytes += oldest.length;
    }
    return false;
  }

  /** Writes what was added to the beginning. */
  void flush() {
    attempt(() -> out.flush());
  }

  /** Why the file lacks something; empty if it lacks nothing. */
  Optional<IOException> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void close() {
    attempt(
        () -> {
          if (omittedLines > 0) {
            out.write(
                String.format(
                        Locale.ROOT,
                        "… %,d lines (%,d bytes) are left out here …\n",
                        omittedLines,
                        omittedBytes)
                    .getBytes(StandardCharsets.UTF_8));
          }
          for (byte[] line : tail) {
            out.write(line);
          }
        });
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        problem = problem == null ? e : problem;
      }
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
