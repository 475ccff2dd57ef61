package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void readsMilliseconds() {
    assertThat(Settings.of(Map.of("BROADCAST_FORWARD_DELAY_MS", "0")))
        .isEqualTo(new Settings(Duration.ZERO, Settings.DEFAULT.flushInterval()));
    assertThat(Settings.of(Map.of("BROADCAST_FLUSH_INTERVAL_MS", "99999")).flushInterval())
        .isEqualTo(Duration.ofMillis(99_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "-1", "100000", "1.5", "soon"})
  void namesWhatIsNoNumberOfMilliseconds(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of(Map.of("BROADCAST_FORWARD_DELAY_MS", text)))
        .withMessage(
            "BROADCAST_FORWARD_DELAY_MS="
                + text
                + ": must be a number of milliseconds from 0 to 99999");
  }
}
