package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreWriterTest {
  private final StoreWriter writer = new StoreWriter();

  @Test
  void hasNothingToTellIfAllIsWell() {
    List<String> written = new ArrayList<>();
    writer.write("a", () -> written.add("a"));
    assertThat(written).containsExactly("a");
    assertThat(writer.problem()).isEmpty();
  }

  @Test
  void tellsInOneLineWhatIsLostAndWhy() {
    writer.write(
        "the history",
        () -> {
          throw new FileSystemException("/s/history.edn", null, "No space left on device");
        });
    writer.write(
        "results.edn",
        () -> {
          throw new UncheckedIOException(new AccessDeniedException("/s/results.edn"));
        });
    writer.lose("run.json", new IOException("Input/output error"));
    writer.lose("run.json", new IOException("told already"));
    assertThat(writer.problem())
        .contains(
            "Could not be kept: the history (No space left on device), results.edn (permission"
                + " denied), run.json (Input/output error). Free some space, or keep results"
                + " elsewhere by --store.");
  }
}
