package glomers.workbench.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Traces that a person has read and approved, kept as files. {@code -Dglomers.golden=update} writes
 * them anew; read the difference before you commit it.
 */
public final class GoldenTrace {
  private static final String SWITCH = "glomers.golden";
  private static final String UPDATE = " (if it is right, run again with -D" + SWITCH + "=update)";

  private GoldenTrace() {}

  /**
   * Compares a trace with the file's.
   *
   * @param file in the module's folder, such as {@code src/test/resources/traces/flood.txt}
   * @throws AssertionError if they differ, or there is no such file; it says how to write it
   */
  public static void assertMatches(Path file, String trace) {
    try {
      if ("update".equals(System.getProperty(SWITCH))) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, trace);
      }
      if (!Files.exists(file)) {
        throw new AssertionError("there is no " + file + UPDATE + ". The trace is:\n" + trace);
      }
      String expected = Files.readString(file);
      if (!expected.equals(trace)) {
        throw new AssertionError(
            "the trace is not that of "
                + file
                + UPDATE
                + ". It was:\n"
                + expected
                + "\nand is:\n"
                + trace);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read or write " + file, e);
    }
  }
}
