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
class ThroughputTest {
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  private void measure(Mode mode, int count) throws IOException, InterruptedException {
    new Throughput(count).run(EchoProgram.subject(mode), figures::put);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aGoodNodeGetsAllFigures() throws Exception {
    measure(Mode.GOOD, 200);
    assertThat(figures)
        .containsOnlyKeys(
            Metric.THROUGHPUT,
            Metric.THROUGHPUT_CPU,
            Metric.THROUGHPUT_WRITES,
            Metric.THROUGHPUT_RESIDENT);
    assertThat(figures.get(Metric.THROUGHPUT)).isPositive();
    assertThat(figures.get(Metric.THROUGHPUT_CPU)).as("in steps of 10 ms").isNotNegative();
    assertThat(figures.get(Metric.THROUGHPUT_WRITES)).isPositive();
    assertThat(figures.get(Metric.THROUGHPUT_RESIDENT)).isBetween(5.0, 1_000.0);
  }

  @Test
  void aWrongAnswerIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> measure(Mode.WRONG, 200))
        .withMessage(
            "a wrong answer to an echo: {\"src\":\"n0\",\"dest\":\"c1\",\"body\":"
                + "{\"type\":\"echo_ok\",\"in_reply_to\":5,\"echo\":\"Cuckoo\"}}");
  }

  @Test
  void aSecondAnswerIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> measure(Mode.TWICE, 200))
        .withMessage(
            "an answer to nothing that was asked, or a second one: {\"src\":\"n0\",\"dest\":\"c1\","
                + "\"body\":{\"type\":\"echo_ok\",\"in_reply_to\":5,\"echo\":\"Please echo 5\"}}");
  }

  @Test
  void refusesSecondAnswersUnderLoad() {
    assertThatIOException()
        .isThrownBy(() -> measure(Mode.ALL_TWICE, 5_000)) // more than fits into the pipes
        .withMessageContaining("a second one: ")
        .withMessageContaining("\"in_reply_to\":1,");
  }

  @Test
  void aNodeThatEndsIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> measure(Mode.QUITS, 200))
        .withMessage("only 10 of 200 echoes were answered");
    assertThat(figures).isEmpty();
  }
}
