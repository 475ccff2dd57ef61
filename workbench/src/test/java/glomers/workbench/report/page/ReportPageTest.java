package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import glomers.workbench.history.HistoryBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  private static final Path FULL_DISK = Path.of("/dev/full");

  @TempDir private Path folder;

  private static ReportInput input() {
    return new ReportInput(
        "echo",
        "valid",
        "workbench test",
        "",
        1,
        List.of(),
        Map.of(),
        "{}",
        new HistoryBuilder().invoke(0, "echo", "a").ok(0).build(),
        new Recordings().recording(),
        List.of("n0"),
        1,
        Map.of(),
        List.of(),
        "",
        Optional.empty());
  }

  @Test
  void fullDisksAreIoExceptionsAndLeaveNothing() throws IOException {
    assumeThat(FULL_DISK).exists();
    Files.createSymbolicLink(folder.resolve("report.html.part"), FULL_DISK);
    Path report = folder.resolve("report.html");
    assertThatThrownBy(() -> ReportPage.write(input(), report))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(folder).isEmptyDirectory();
  }
}
