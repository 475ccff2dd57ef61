package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTraceTest {
  private static final String SWITCH = "glomers.golden";

  private final String before = System.getProperty(SWITCH);
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void compare() {
    file = folder.resolve("traces/flood.txt");
    System.clearProperty(SWITCH);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(SWITCH);
    } else {
      System.setProperty(SWITCH, before);
    }
  }

  private void write(String trace) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, trace);
  }

  @Test
  void theSameTraceMatches() throws IOException {
    write("one\nzwei, drei …\n");
    GoldenTrace.assertMatches(file, "one\nzwei, drei …\n");
  }

  @Test
  void differenceIsShownWithWayToUpdate() throws IOException {
    write("old\n");
    assertThatThrownBy(() -> GoldenTrace.assertMatches(file, "new\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "the trace is not that of "
                + file
                + " (if it is right, run again with -Dglomers.golden=update). It was:\n"
                + "old\n\nand is:\nnew\n");
    assertThat(file).as("is left as it was").hasContent("old\n");
  }

  @Test
  void reportsMissingFile() {
    assertThatThrownBy(() -> GoldenTrace.assertMatches(file, "new\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "there is no "
                + file
                + " (if it is right, run again with -Dglomers.golden=update). The trace is:\nnew\n");
    assertThat(file).doesNotExist();
  }

  @Test
  void theSwitchHasTheFileWritten() throws IOException {
    System.setProperty(SWITCH, "update");
    GoldenTrace.assertMatches(file, "first\n");
    assertThat(file).hasContent("first\n");
    GoldenTrace.assertMatches(file, "second\n");
    assertThat(file).hasContent("second\n");
    System.setProperty(SWITCH, "yes");
    assertThatThrownBy(() -> GoldenTrace.assertMatches(file, "third\n"))
        .as("no other word does")
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void emptyTraceDoesNotMatchMissingFile() {
    assertThatThrownBy(() -> GoldenTrace.assertMatches(file, ""))
        .isInstanceOf(AssertionError.class);
  }
}
