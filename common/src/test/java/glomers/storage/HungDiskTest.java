package glomers.storage;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.RpcException;
import glomers.storage.FilesUnderTest.Added;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A disk that does nothing for ever, under requests that each wait for a sync. */
class HungDiskTest {
  /** Appends until it is refused, in a process of its own, which has little memory. */
  static final class Flood {
    public static void main(String[] args) {
      Storage storage =
          new Storage(new RecordedDisk(new ArrayList<>(), new ArrayList<>()), Runnable::run, null);
      storage.replay();
      try {
        for (long i = 0; true; i++) {
          Added request = new Added(i);
          storage.append(request);
          storage.sync().thenApply(done -> new Added(request.value() + 1)).thenAccept(reply -> {});
        }
      } catch (RpcException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void refusesRecordsBeforeMemoryIsFull() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                Flood.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said)
          .startsWith("temporarily-unavailable")
          .contains("bytes wait for the disk already");
    } finally {
      process.destroyForcibly();
    }
  }
}
