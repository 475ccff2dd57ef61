package glomers.node;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampledLogTest {
  private final ListLogger log = new ListLogger(INFO);
  private final SampledLog sampled = new SampledLog(log);

  private void log(String kind, int number) {
    sampled.log(kind, WARNING, () -> kind + " " + number, null);
  }

  @Test
  void logsTheFirstAndThenEachDoubling() {
    for (int i = 1; i <= 1_000_000; i++) {
      log("a", i);
    }
    List<String> messages = log.messages(WARNING);
    assertThat(messages.subList(0, 20)).contains("a 1", "a 20").noneMatch(m -> m.contains("more"));
    assertThat(messages.subList(20, 23))
        .containsExactly(
            "a 40 (… 19 more like this)",
            "a 80 (… 39 more like this)",
            "a 160 (… 79 more like this)");
    assertThat(messages).hasSize(20 + 15).last().isEqualTo("a 655360 (… 327,679 more like this)");
  }

  @Test
  void countsEachKindByItself() {
    for (int i = 1; i <= 21; i++) {
      log("a", i);
    }
    log("b", 1);
    assertThat(log.messages(WARNING)).hasSize(21).last().isEqualTo("b 1");
  }

  @Test
  void boundsTheNumberOfKinds() {
    for (int i = 0; i < 100_000; i++) {
      log("kind " + i, i);
    }
    assertThat(log.messages(WARNING)).hasSizeBetween(SampledLog.KINDS_MAX, 110);
  }

  @Test
  void ignoresEventsBelowLevel() {
    for (int i = 0; i < 100; i++) {
      sampled.log(
          "a",
          DEBUG,
          () -> {
            throw new AssertionError("made for nothing");
          },
          null);
    }
    log("a", 1);
    assertThat(log.messages(WARNING)).containsExactly("a 1");
  }
}
