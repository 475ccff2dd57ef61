package glomers.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it appends. */
class KilledProcessTest {
  private static final int KILLS = Boolean.getBoolean("glomers.thorough") ? 200 : 2;
  private static final int APPENDS_MAX = 100;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  @DisplayName("killed at random, among 10,000 appends if often enough, it finds them all again")
  void losesNothingThatWasSynced() throws Exception {
    long synced = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      synced = runUntilKilled(synced);
    }
  }

  /** The number that the process has told last. */
  private long runUntilKilled(long synced) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      long found = Long.parseLong(out.readLine());
      assertThat(found).as("records after a crash").isGreaterThanOrEqualTo(synced);
      int appends = random.nextInt(1, APPENDS_MAX);
      for (int i = 0; i < appends; i++) {
        out.readLine();
      }
      process.toHandle().destroyForcibly(); // what it has printed can still be read
      long last = found + appends;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last++; // a line may be cut short
      }
      process.waitFor();
      return last - 1;
    } finally {
      process.destroyForcibly();
    }
  }
}
