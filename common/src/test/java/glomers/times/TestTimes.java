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
 * class by the service file beside it, in all modules.
 */
public final class TestTimes implements TestExecutionListener {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Map<String, Long> startNanosByClass = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private long classesNanos;

  @Override
  public void executionStarted(TestIdentifier test) {
    if (isOutermostClass(test)) {
      startNanosByClass.put(test.getUniqueId(), SYSTEM.getProcessCpuTime());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Long start = startNanosByClass.remove(test.getUniqueId());
    if (start != null) {
      long nanos = SYSTEM.getProcessCpuTime() - start;
      classesNanos += nanos;
      add(nanos, test.getLegacyReportingName());
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    add(SYSTEM.getProcessCpuTime() - classesNanos, "(start of the JVM)");
    try {
      Path folder = Files.createDirectories(Path.of("target", "times"));
      Files.write(folder.resolve(name() + ".txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in the next run, so that a file is of the last one. */
  private String name() {
    boolean processes = lines.stream().anyMatch(line -> line.endsWith("IT"));
    return (processes ? "failsafe-" : "surefire-") + System.getProperty("surefire.forkNumber", "1");
  }

  private static boolean isOutermostClass(TestIdentifier test) {
    return test.getSource().filter(ClassSource.class::isInstance).isPresent()
        && test.getUniqueIdObject().getSegments().size() == 2;
  }

  private void add(long nanos, String name) {
    lines.add(String.format(Locale.ROOT, "%.2f %s", nanos / 1e9, name));
  }
}
