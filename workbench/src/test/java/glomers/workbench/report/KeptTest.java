package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
  private final Kept kept = new Kept();

  @Test
  void hasNothingToTellIfAllIsWell() {
    List<String> written = new ArrayList<>();
    kept.keep("a", () -> written.add("a"));
    assertThat(written).containsExactly("a");
    assertThat(kept.problem()).isEmpty();
  }

  @Test
  void tellsInOneLineWhatIsLostAndWhy() {
    kept.keep(
        "the history",
        () -> {
          throw new FileSystemException("/s/history.edn", null, "No space left on device");
        });
    kept.keep(
        "results.edn",
        () -> {
          throw new UncheckedIOException(new AccessDeniedException("/s/results.edn"));
        });
    kept.lose("run.json", new IOException("Input/output error"));
    kept.lose("run.json", new IOException("told already"));
    assertThat(kept.problem())
        .contains(
            "Could not be kept: the history (No space left on device), results.edn (permission"
                + " denied), run.json (Input/output error). Free some space, or keep results"
                + " elsewhere by --store.");
  }
}
