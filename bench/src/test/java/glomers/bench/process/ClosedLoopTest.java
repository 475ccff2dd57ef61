package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import glomers.bench.process.StoreProgram.Mode;
import glomers.bench.report.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class ClosedLoopTest {
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  @TempDir private Path folder;

  private void measure(Subject subject) throws IOException, InterruptedException {
    Duration time = Duration.ofMillis(300);
    new ClosedLoop(time, time, folder).run(subject, figures::put);
  }

  @Test
  void aGoodStoreGetsAllFigures() throws Exception {
    measure(StoreProgram.subject(Mode.GOOD));
    assertThat(figures)
        .containsOnlyKeys(
            Metric.LOOP_RATE,
            Metric.LOOP_P50,
            Metric.LOOP_P99,
            Metric.LOOP_FAILED,
            Metric.LOOP_MESSAGES,
            Metric.LOOP_CPU,
            Metric.LOOP_OWN);
    assertThat(figures.get(Metric.LOOP_RATE)).isPositive();
    assertThat(figures.get(Metric.LOOP_FAILED)).isZero();
    assertThat(figures.get(Metric.LOOP_MESSAGES)).as("between nodes").isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aForgottenWriteIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> measure(StoreProgram.subject(Mode.FORGETS)))
        .withMessageStartingWith("a wrong answer, ")
        .withMessageContaining("read_ok");
  }

  @Test
  void refusedOperationsAreCounted() throws Exception {
    measure(StoreProgram.subject(Mode.REFUSES));
    assertThat(figures.get(Metric.LOOP_FAILED)).isPositive();
  }

  @Test
  void aProgramThatEndsIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> measure(StoreProgram.subject(Mode.QUITS)))
        .withMessageStartingWith("QUITS has ended: ");
  }
}
