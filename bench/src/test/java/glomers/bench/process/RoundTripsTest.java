package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import glomers.bench.process.EchoProgram.Mode;
import glomers.bench.report.Metric;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class RoundTripsTest {
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  private void pingPong(Mode mode) throws IOException {
    new RoundTrips(3, 20, 0, Metric.PING_PONG_P50, Metric.PING_PONG_P99)
        .run(EchoProgram.subject(mode), figures::put);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pingPongGetsAllFigures() throws IOException {
    pingPong(Mode.GOOD);
    assertThat(figures)
        .containsOnlyKeys(Metric.PING_PONG_P50, Metric.PING_PONG_P99, Metric.PING_PONG_WRITES);
    assertThat(figures.get(Metric.PING_PONG_P50)).isPositive();
    assertThat(figures.get(Metric.PING_PONG_P99))
        .isGreaterThanOrEqualTo(figures.get(Metric.PING_PONG_P50));
    assertThat(figures.get(Metric.PING_PONG_WRITES)).isGreaterThanOrEqualTo(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pacedRunReportsMemory() throws IOException {
    new RoundTrips(0, 5, 1_000, Metric.PACED_P50, Metric.PACED_P99)
        .run(EchoProgram.subject(Mode.GOOD), figures::put);
    assertThat(figures).containsOnlyKeys(Metric.PACED_P50, Metric.PACED_P99, Metric.PACED_RESIDENT);
    assertThat(figures.get(Metric.PACED_P99))
        .isGreaterThanOrEqualTo(figures.get(Metric.PACED_P50))
        .isPositive();
    assertThat(figures.get(Metric.PACED_RESIDENT)).isBetween(5.0, 1_000.0);
  }

  @Test
  void aWrongAnswerIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> pingPong(Mode.WRONG))
        .withMessageStartingWith("a wrong answer to an echo: {\"src\":\"n0\"")
        .withMessageContaining("Cuckoo");
  }

  @Test
  void refusesSecondAnswer() {
    assertThatIOException()
        .isThrownBy(() -> pingPong(Mode.TWICE))
        .withMessageStartingWith("no answer to echo 6: {\"src\":\"n0\"")
        .withMessageContaining("\"in_reply_to\":5,");
  }

  @Test
  void aNodeThatEndsIsNamed() {
    assertThatIOException()
        .isThrownBy(() -> pingPong(Mode.QUITS))
        .withMessageStartingWith("QUITS has ended: ")
        .withMessageEndingWith(EchoProgram.class.getName() + " QUITS");
    assertThat(figures).isEmpty();
  }
}
