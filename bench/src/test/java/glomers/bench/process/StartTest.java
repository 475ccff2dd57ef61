package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import glomers.bench.process.EchoProgram.Mode;
import glomers.bench.report.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class StartTest {
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  @TempDir private Path folder;

  private static Start few() {
    return new Start(3, false, Metric.CROWD, Metric.CROWD_CPU, Metric.CROWD_RESIDENT);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void oneNodeGetsAllFigures() throws IOException {
    Start.one().run(EchoProgram.subject(Mode.GOOD), figures::put);
    assertThat(figures).containsOnlyKeys(Metric.START, Metric.START_CPU, Metric.START_RESIDENT);
    assertThat(figures.get(Metric.START)).isPositive();
    assertThat(figures.get(Metric.START_CPU)).isPositive();
    assertThat(figures.get(Metric.START_RESIDENT)).isBetween(5.0, 1_000.0);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void someNodesAreOneFigureEach() throws IOException {
    few().run(EchoProgram.subject(Mode.GOOD), figures::put);
    assertThat(figures).containsOnlyKeys(Metric.CROWD, Metric.CROWD_CPU, Metric.CROWD_RESIDENT);
    assertThat(figures.values()).allSatisfy(value -> assertThat(value).isPositive());
  }

  @Test
  void baselineAnswersByItself() throws IOException {
    Start.one().run(Baseline.subject("hello", folder), figures::put);
    assertThat(figures.get(Metric.START)).isPositive();
  }

  @Test
  void namesProgramThatEndsSilently() {
    Subject mute = new Subject("mute", List.of("sh", "-c", "exit 0"));
    assertThatIOException()
        .isThrownBy(() -> few().run(mute, figures::put))
        .withMessage("mute has ended: sh -c exit 0");
    assertThat(figures).isEmpty();
  }

  @Test
  void aProgramThatDoesNotExistIsNamed() {
    Subject missing = new Subject("missing", List.of(folder.resolve("missing").toString()));
    assertThatIOException()
        .isThrownBy(() -> Start.one().run(missing, figures::put))
        .withMessageContaining(missing.command().get(0));
  }
}
