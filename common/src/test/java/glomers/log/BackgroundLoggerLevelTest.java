package glomers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundLoggerLevelTest {
  @ParameterizedTest
  @CsvSource({
    "all, TRACE",
    "trace, TRACE",
    "debug, DEBUG",
    "DEBUG, DEBUG",
    "' Debug ', DEBUG",
    "info, INFO",
    "warning, WARNING",
    "warn, WARNING",
    "WARN, WARNING",
    "error, ERROR",
  })
  void theLevelIsTheLowestThatIsLogged(String text, Level lowest) {
    assertThat(loggable(text)).first().isEqualTo(lowest);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void withoutALevelItIsInfo(String text) {
    assertThat(loggable(text)).first().isEqualTo(Level.INFO);
  }

  @Test
  void offLogsNothing() {
    assertThat(loggable("off")).isEmpty();
  }

  @Test
  void aWrongLevelIsInfo() {
    try (CapturedStderr captured = new CapturedStderr();
        BackgroundLogger log = BackgroundLogger.toStderr("node", "loud")) {
      assertThat(captured).isNotNull();
      assertThat(log.isLoggable(Level.INFO)).isTrue();
      assertThat(log.isLoggable(Level.DEBUG)).isFalse();
    }
  }

  @Test
  void theLoggerHasItsName() {
    assertThat(BackgroundLogger.toStderr("node", null).getName()).isEqualTo("node");
  }

  private static List<Level> loggable(String text) {
    BackgroundLogger log = BackgroundLogger.toStderr("node", text);
    return Arrays.stream(Level.values())
        .filter(level -> level != Level.ALL && log.isLoggable(level))
        .toList();
  }
}
