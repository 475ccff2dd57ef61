package glomers.workbench.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import glomers.protocol.Message;
import glomers.workbench.network.LossReason;
import glomers.workbench.time.VirtualTimeScheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("messages.jsonl.gz");
  }

  @Test
  void emptyFileIsCalledEmpty() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.flush();
    }
    assertThatThrownBy(() -> MessageFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it is empty");
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    Recording recording = new Recording(new VirtualTimeScheduler(1_000));
    JsonObject body = new JsonObject();
    body.addProperty("type", "a \"quote\" </script> \n …");
    recording.sent(7, new Message("n0", "n1", body));
    recording.received(7, new Message("n0", "n1", body), 3);
    recording.lost(8, new Message("n1", "c0", body), 4, LossReason.ABSENT);
    MessageFile.write(recording, file);
    Recording read = MessageFile.read(file);
    assertThat(read.sentCount()).isEqualTo(1);
    assertThat(read.names()).isEqualTo(recording.names());
    assertThat(read.size()).isEqualTo(2);
    for (int row = 0; row < 2; row++) {
      assertThat(read.id(row)).isEqualTo(recording.id(row));
      assertThat(read.src(row)).isEqualTo(recording.src(row));
      assertThat(read.sentNanos(row)).isEqualTo(recording.sentNanos(row));
      assertThat(read.endNanos(row)).isEqualTo(recording.endNanos(row));
      assertThat(read.loss(row)).isEqualTo(recording.loss(row));
      assertThat(read.body(row)).isEqualTo(recording.body(row));
    }
  }

  @Test
  void refusesDamagedFiles() throws IOException {
    MessageFile.write(new Recording(new VirtualTimeScheduler(1_000)), file);
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, bytes.length - 9}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> MessageFile.read(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("damaged");
    }
    Files.writeString(file, "no gzip");
    assertThatThrownBy(() -> MessageFile.read(file)).hasMessageContaining("damaged");
  }
}
