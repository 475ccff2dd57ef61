package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import glomers.bench.report.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How the workbench is called and understood; a script stands in for it. */
@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class WorkbenchTest {
  private static final Subject ECHO = new Subject("ours", List.of("/parts/echo", "ignored"));

  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  @TempDir private Path folder;

  private Workbench workbench(String script) throws IOException {
    Path file = folder.resolve("workbench");
    Files.writeString(file, "#!/bin/sh\necho \"$@\" > arguments\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new Workbench(file, folder);
  }

  private Path arguments() {
    return folder.resolve("arguments");
  }

  @Test
  void underLoadTellsItsLatencies() throws Exception {
    Workbench workbench =
        workbench(
            "echo '{:perf {:echo {0 0.1, 0.5 0.42, 0.99 3.1, 1 9.9}},"
                + " :net {:all {:send-count 9}}}'");
    new WorkbenchUnderLoad(workbench).run(ECHO, figures::put);
    assertThat(figures)
        .containsEntry(Metric.WORKBENCH_P50, 0.42)
        .containsEntry(Metric.WORKBENCH_P99, 3.1)
        .containsKey(Metric.WORKBENCH_CPU);
    assertThat(arguments())
        .hasContent(
            "test -w echo --bin /parts/echo --node-count 25 --rate 2500 --concurrency 4n"
                + " --time-limit 10");
  }

  @Test
  void measuresTimeBeyondTimeLimit() throws Exception {
    new ShutdownOverhead(workbench("")).run(ECHO, figures::put);
    assertThat(figures).containsOnlyKeys(Metric.SHUTDOWN_OVERHEAD);
    assertThat(figures.get(Metric.SHUTDOWN_OVERHEAD)).as("it ends at once").isNegative();
    assertThat(arguments())
        .hasContent("test -w echo --bin /parts/echo --node-count 1 --time-limit 10");
  }

  @Test
  void aTestThatFailsIsShown() throws IOException {
    Workbench workbench = workbench("echo out; echo err >&2; exit 255");
    for (Measurement each :
        List.of(new WorkbenchUnderLoad(workbench), new ShutdownOverhead(workbench))) {
      assertThatIOException()
          .isThrownBy(() -> each.run(ECHO, figures::put))
          .withMessage("the workbench ended with status 255:\nout\nerr\n");
    }
    assertThat(figures).isEmpty();
  }
}
