package glomers.workbench.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedFileTest {
  private final SimulatedFile file = new SimulatedFile();

  private void write(String text) {
    file.write(text.getBytes(StandardCharsets.US_ASCII));
    file.force();
  }

  private String text() throws IOException {
    return new String(file.read().readAllBytes(), StandardCharsets.US_ASCII);
  }

  @BeforeEach
  void writeAndFlip() {
    write("0123456789");
    file.flip(2, 0);
    file.flip(9, 1);
  }

  @Test
  void flipsAreRestored() throws IOException {
    assertThat(text()).isEqualTo("013345678;");
    assertThat(file.isSound()).isFalse();
    file.restore();
    assertThat(text()).isEqualTo("0123456789");
    assertThat(file.isSound()).isTrue();
  }

  @Test
  void whatIsWrittenAfterACutIsNotChanged() throws IOException {
    file.truncate(8);
    write("AB");
    file.restore();
    assertThat(text()).isEqualTo("01234567AB");
  }
}
