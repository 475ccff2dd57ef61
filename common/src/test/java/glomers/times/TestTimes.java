package glomers.times;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Notes the CPU time (user and system, compiler and collector included) that each test class takes,
 * for {@code make times}. Each JVM that runs tests writes a file into its module's {@code
 * target/times}: a line per class, and one for all that the JVM did besides. Surefire finds the
 * class by the service file beside it, in all modules; where several JVMs share a module's classes,
 * it makes a listener per class, so that what is known so far is static.
 */
public final class TestTimes implements TestExecutionListener {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final Map<String, Long> START_NANOS_BY_CLASS = new HashMap<>();
  private static final List<String> LINES = new ArrayList<>();
  private static long classesNanos;

  @Override
  public void executionStarted(TestIdentifier test) {
    if (isOutermostClass(test)) {
      START_NANOS_BY_CLASS.put(test.getUniqueId(), SYSTEM.getProcessCpuTime());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Long start = START_NANOS_BY_CLASS.remove(test.getUniqueId());
    if (start != null) {
      long nanos = SYSTEM.getProcessCpuTime() - start;
      classesNanos += nanos;
      LINES.add(line(nanos, test.getLegacyReportingName()));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    List<String> lines = new ArrayList<>(LINES);
    lines.add(line(SYSTEM.getProcessCpuTime() - classesNanos, "(start of the JVM)"));
    try {
      Path folder = Files.createDirectories(Path.of("target", "times"));
      Files.write(folder.resolve(name() + ".txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in the next run, so that a file is of the last one. */
  private static String name() {
    boolean processes = LINES.stream().anyMatch(line -> line.endsWith("IT"));
    return (processes ? "failsafe-" : "surefire-") + System.getProperty("glomers.fork", "1");
  }

  private static boolean isOutermostClass(TestIdentifier test) {
    return test.getSource().filter(ClassSource.class::isInstance).isPresent()
        && test.getUniqueIdObject().getSegments().size() == 2;
  }

  private static String line(long nanos, String name) {
    return String.format(Locale.ROOT, "%.2f %s", nanos / 1e9, name);
  }
}
