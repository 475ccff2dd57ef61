package glomers.log;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoggerTest {
  private final CapturedStderr stderr = new CapturedStderr();

  @AfterEach
  void restore() {
    stderr.close();
  }

  @Test
  void aLineHasTimeLevelThreadAndMessage() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    log.log(INFO, "hello");
    log.log(WARNING, () -> "careful {0}");
    log.log(ERROR, "two and two is {0}", 4);
    log.close();

    String thread = Thread.currentThread().getName();
    assertThat(stderr.lines())
        .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d .*"))
        .extracting(line -> line.substring(13))
        .containsExactly(
            "INFO  [" + thread + "] hello",
            "WARN  [" + thread + "] careful {0}",
            "ERROR [" + thread + "] two and two is 4");
  }

  @Test
  void anExceptionIsShownWithItsStack() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    log.log(ERROR, "failed", new IllegalStateException("why", new Exception("deeper")));
    log.close();
    assertThat(stderr.lines())
        .anyMatch(line -> line.endsWith("failed"))
        .anyMatch(line -> line.contains("java.lang.IllegalStateException: why"))
        .anyMatch(line -> line.contains("BackgroundLoggerTest.anExceptionIsShownWithItsStack"))
        .anyMatch(line -> line.contains("Caused by: java.lang.Exception: deeper"));
  }

  /** To start log4j then fails half-way, and prints complaints of its own instead. */
  @Test
  void anEndOfMemoryIsToldWithoutLog4j() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    log.log(ERROR, "failed", new OutOfMemoryError("Java heap space"));
    log.log(INFO, "after");
    log.close();
    String thread = Thread.currentThread().getName();
    assertThat(stderr.lines())
        .startsWith("ERROR [" + thread + "] failed", "java.lang.OutOfMemoryError: Java heap space")
        .last()
        .asString()
        .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d INFO .* after");
  }

  @Test
  void closeWaitsForLinesInOrder() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    List<String> messages = IntStream.range(0, 15_000).mapToObj(i -> "line " + i).toList();
    messages.forEach(message -> log.log(INFO, message));
    log.close();
    assertThat(stderr.lines())
        .extracting(line -> line.substring(line.indexOf("line")))
        .isEqualTo(messages);
  }

  /** A timer's thread is interrupted when the node ends, and may be the one that closes the log. */
  @Test
  void anInterruptedThreadWaitsForAllLinesToo() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    log.log(ERROR, "last words");
    Thread.currentThread().interrupt();
    log.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stderr.lines()).singleElement().asString().endsWith("last words");
  }

  @Test
  void ignoresLinesBelowLevel() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", "warn");
    log.log(
        INFO,
        () -> {
          throw new AssertionError("made for nothing");
        });
    log.log(DEBUG, "details {0}", 1);
    log.log(WARNING, "careful");
    log.close();
    assertThat(stderr.lines()).singleElement().asString().endsWith("careful");
  }

  @Test
  void aRunThatLogsNothingStartsNothing() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", "info");
    log.log(DEBUG, "not now");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("log");
    log.close();
    assertThat(stderr.lines()).isEmpty();
  }

  @Test
  void warnsOfUnknownLevel() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", "loud");
    log.close();
    assertThat(stderr.lines())
        .singleElement()
        .asString()
        .contains("WARN")
        .endsWith(
            "GLOMERS_LOG=loud is no log level;"
                + " use one of all, trace, debug, info, warning, error, off");
  }

  @Test
  void anInterruptedThreadLogsAllTheSame() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    Thread.currentThread().interrupt();
    log.log(INFO, "hello");
    assertThat(Thread.interrupted()).describedAs("the interrupt is kept").isTrue();
    log.close();
    assertThat(stderr.lines()).singleElement().asString().endsWith("hello");
  }

  @Test
  void logsBadPatternAsItIs() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    log.log(INFO, "{not a pattern", "x", 1);
    log.close();
    assertThat(stderr.lines()).singleElement().asString().endsWith("{not a pattern [x, 1]");
  }

  @Test
  void dropsLinesAfterClose() {
    BackgroundLogger log = BackgroundLogger.toStderr("node", null);
    log.log(INFO, "hello");
    log.close();
    for (int i = 0; i < 20_000; i++) {
      log.log(INFO, "too late");
    }
    log.close();
    assertThat(stderr.lines()).singleElement().asString().endsWith("hello");
  }
}
