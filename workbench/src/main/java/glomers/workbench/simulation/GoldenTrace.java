package glomers.workbench.simulation;

import com.google.gson.JsonObject;
import glomers.workbench.report.picture.BodyLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Traces that a person has read and approved, kept as files. {@code -Dglomers.golden=update} writes
 * them anew; read the difference before you commit it.
 */
public final class GoldenTrace {
  private static final String SWITCH = "glomers.golden";
  private static final String UPDATE = " (if it is right, run again with -D" + SWITCH + "=update)";

  private GoldenTrace() {}

  /**
   * Compares a scenario's trace with the file's, and its picture with that of the file of the same
   * name that ends in {@code .svg}.
   *
   * @param file in the module's folder, such as {@code src/test/resources/traces/flood.txt}
   * @throws AssertionError if they differ, or there is no such file; it says how to write it
   */
  public static void assertMatches(Path file, Scenario<?> scenario) {
    assertMatches(file, scenario, BodyLabel::of);
  }

  /**
   * Compares a scenario's trace and its picture with the files'.
   *
   * @param file in the module's folder, such as {@code src/test/resources/traces/flood.txt}
   * @param label what stands at a message of the picture with this body
   * @throws AssertionError if they differ, or there is no such file; it says how to write it
   */
  public static void assertMatches(
      Path file, Scenario<?> scenario, Function<JsonObject, String> label) {
    assertMatches(file, scenario.trace());
    String name = file.getFileName().toString().replaceFirst("\\.txt$", ".svg");
    assertMatches(file.resolveSibling(name), scenario.picture(label));
  }

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
            "the trace is not that of %s%s. It was:\n%s\nand is:\n%s"
                .formatted(file, UPDATE, expected, trace));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read or write " + file, e);
    }
  }
}
