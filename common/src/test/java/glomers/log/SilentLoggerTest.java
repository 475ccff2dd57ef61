package glomers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SilentLoggerTest {
  @Test
  void logsNothingAndMakesNoText() {
    assertThat(SilentLogger.INSTANCE.getName()).isEqualTo("silent");
    for (Level level : Level.values()) {
      assertThat(SilentLogger.INSTANCE.isLoggable(level)).isFalse();
      Supplier<String> text =
          () -> {
            throw new AssertionError("made for nothing");
          };
      SilentLogger.INSTANCE.log(level, text);
    }
  }
}
