package glomers.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ways through the code that ARCHITECTURE.md names, file by file. */
class WaysTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int POLL_FILES_MAX = 35;
  private static final Pattern WAY =
      Pattern.compile(
          "\\*\\*([^*]*), (\\d+) files:\\*\\*(.*?)(?=\\n\\(|\\n\\*\\*|\\n## )", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static List<MatchResult> ways() throws IOException {
    String text = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    return WAY.matcher(text).results().toList();
  }

  private static List<String> names(MatchResult way) {
    return NAME.matcher(way.group(3)).results().map(name -> name.group(1)).toList();
  }

  private static Set<String> sources() throws IOException {
    try (Stream<Path> common = Files.walk(ROOT.resolve("common/src/main"));
        Stream<Path> workbench = Files.walk(ROOT.resolve("workbench/src/main"))) {
      return Stream.concat(common, workbench)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  @Test
  @DisplayName("Each file on a way exists, and there are as many as the text says.")
  void filesAreCounted() throws IOException {
    assertThat(ways()).hasSize(3);
    for (MatchResult way : ways()) {
      assertThat(sources()).as(way.group(1)).containsAll(names(way));
      assertThat(names(way)).as(way.group(1)).hasSize(Integer.parseInt(way.group(2)));
    }
  }

  @Test
  void pollPassesFewFiles() throws IOException {
    MatchResult poll = ways().get(1);
    assertThat(poll.group(1)).startsWith("A poll");
    assertThat(names(poll)).hasSizeLessThanOrEqualTo(POLL_FILES_MAX);
  }
}
