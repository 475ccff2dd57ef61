package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00.123Z"));
  private static final String ERASE = "\r\u001b[K";
  private static final String STAMP = "\\[2026-03-0\\d \\d\\d:\\d\\d:00,123] workbench - ";

  @TempDir private Path directory;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  private RunLog log(boolean terminal) throws IOException {
    PrintStream out = new PrintStream(console, false, StandardCharsets.UTF_8);
    return new RunLog(out, terminal, directory.resolve("run/workbench.log"), CLOCK);
  }

  private String shown() {
    return console.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private String written() throws IOException {
    return Files.readString(directory.resolve("run/workbench.log"))
        .replace(System.lineSeparator(), "\n");
  }

  @Test
  void writesLinesToConsoleAndFile() throws IOException {
    try (RunLog log = log(false)) {
      log.log(System.Logger.Level.INFO, "Starting nodes → n0");
      assertThat(shown()).matches("INFO " + STAMP + "Starting nodes → n0\n");
      assertThat(written()).isEqualTo(shown());
      log.plain("a\nb");
      assertThat(shown()).endsWith("n0\na\nb\n");
      assertThat(written()).isEqualTo(shown());
    }
  }

  @Test
  void levelsBelowInfoAreLeftOut() throws IOException {
    try (RunLog log = log(false)) {
      log.log(System.Logger.Level.DEBUG, "details");
      log.log(System.Logger.Level.TRACE, () -> "more details");
      assertThat(shown()).isEmpty();
      log.log(System.Logger.Level.WARNING, "look out");
      log.log(System.Logger.Level.ERROR, "too late");
      assertThat(shown()).matches("WARN " + STAMP + "look out\nERROR " + STAMP + "too late\n");
    }
  }

  @Test
  void fillsInParametersOnly() throws IOException {
    try (RunLog log = log(false)) {
      log.log(System.Logger.Level.INFO, "{0} of {1}", 3, "five");
      log.log(System.Logger.Level.INFO, "{\"type\": \"echo\"} isn't {0}");
      assertThat(shown().lines())
          .extracting(line -> line.replaceFirst(".* - ", ""))
          .containsExactly("3 of five", "{\"type\": \"echo\"} isn't {0}");
    }
  }

  @Test
  void showsStackTraceOfException() throws IOException {
    try (RunLog log = log(false)) {
      log.log(System.Logger.Level.ERROR, "failed", new IllegalStateException("cause"));
    }
    assertThat(shown())
        .contains("failed\njava.lang.IllegalStateException: cause\n\tat " + getClass().getName());
    assertThat(written()).isEqualTo(shown());
  }

  @Test
  void withoutATerminalThereIsNoProgress() throws IOException {
    try (RunLog log = log(false)) {
      assertThat(log.isTerminal()).isFalse();
      log.progress("1 of 20 s");
      log.plain("line");
      log.progress("");
    }
    assertThat(shown()).isEqualTo("line\n");
    assertThat(written()).isEqualTo("line\n");
  }

  @Test
  void onATerminalLinesPushTheProgressDown() throws IOException {
    try (RunLog log = log(true)) {
      assertThat(log.isTerminal()).isTrue();
      log.plain("before");
      log.progress("1 of 20 s");
      log.plain("line");
      log.progress("2 of 20 s");
      log.progress("");
      log.plain("after");
    }
    assertThat(shown())
        .isEqualTo(
            "before\n"
                + (ERASE + "1 of 20 s")
                + (ERASE + "line\n1 of 20 s")
                + (ERASE + "2 of 20 s")
                + ERASE
                + "after\n");
    assertThat(written()).isEqualTo("before\nline\nafter\n");
  }

  @Test
  void closeErasesTheProgress() throws IOException {
    try (RunLog log = log(true)) {
      log.progress("1 of 20 s");
    }
    assertThat(shown()).endsWith("1 of 20 s" + ERASE);
  }

  @Test
  void linesOfManyThreadsStayWhole() throws Exception {
    try (RunLog log = log(true)) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        String line = String.valueOf((char) ('a' + t)).repeat(50);
        threads.add(
            new Thread(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    log.plain(line);
                    log.progress("progress");
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(written().lines()).hasSize(800).allMatch(line -> line.matches("(.)\\1{49}"));
    assertThat(shown().replace(ERASE, "").replace("progress", "").lines())
        .hasSize(800)
        .allMatch(line -> line.matches("(.)\\1{49}"));
  }

  @Test
  void namesFileThatCannotBeWritten() throws IOException {
    Files.writeString(directory.resolve("run"), "a file, not a folder");
    assertThatThrownBy(() -> log(false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(directory.resolve("run").toString());
  }
}
