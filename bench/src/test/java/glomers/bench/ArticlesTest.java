package glomers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes the parts' READMEs articles of one course: short, and true to the code. */
class ArticlesTest {
  private static final int WORDS_MAX = 1_000;
  private static final int ROWS_MAX = 6;

  private static final List<String> HEADINGS =
      List.of(
          "What happens",
          "The idea",
          "The code",
          "It works",
          "What it costs",
          "Try it yourself",
          "Sources");

  static List<String> parts() {
    return Workspace.parts();
  }

  private static Article article(String part) throws IOException {
    return Article.of(Files.readString(Workspace.path(part + "/README.md")));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void isShort(String part) throws IOException {
    Article article = article(part);
    assertThat(article.words()).as("words outside of code").isLessThanOrEqualTo(WORDS_MAX);
    assertThat(article.pictures()).as("pictures").isEqualTo(1);
    assertThat(article.tables()).as("rows of the tables").hasSizeLessThanOrEqualTo(1);
    assertThat(article.tables()).allMatch(rows -> rows <= ROWS_MAX);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void showsCodeOfItsPart(String part) throws IOException {
    Set<String> lines = linesOf(".java", part + "/src", "common/src/main");
    List<Article.Block> code =
        article(part).blocks().stream().filter(block -> block.language().equals("java")).toList();
    assertThat(code).as("blocks of Java").isNotEmpty();
    assertThat(code)
        .flatMap(Article.Block::lines)
        .map(String::strip)
        .filteredOn(line -> !line.isEmpty())
        .as("lines that stand in no source of the part or of common")
        .allMatch(lines::contains);
  }

  /** A line such as {@code 100.000 ms n0 -> n1 …}, unless it says that it is shortened. */
  @ParameterizedTest
  @MethodSource("parts")
  void quotesItsTraces(String part) throws IOException {
    Set<String> lines = linesOf(".txt", part + "/src/test/resources/traces");
    assertThat(article(part).blocks())
        .flatMap(Article.Block::lines)
        .map(String::strip)
        .filteredOn(line -> line.matches("\\d+\\.\\d{3} ms .*") && !line.contains("…"))
        .as("messages that stand in no trace of the part")
        .allMatch(quoted -> lines.stream().anyMatch(line -> line.startsWith(quoted)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void hasTheSectionsOfAllArticles(String part) throws IOException {
    Article article = article(part);
    assertThat(article.headings()).isEqualTo(HEADINGS);
    List<String> prose = article.prose();
    assertThat(prose.subList(prose.indexOf("## Try it yourself"), prose.indexOf("## Sources")))
        .filteredOn(line -> line.matches("\\d\\. \\*\\*.*"))
        .as("exercises, numbered, with a title in bold")
        .hasSizeBetween(2, 3);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void leadsOn(String part) throws IOException {
    Article article = article(part);
    assertThat(article.prose()).filteredOn(line -> line.startsWith("Next: [")).hasSize(1);
    assertThat(article.relativeLinks())
        .as("links to files that are not there")
        .allMatch(link -> Files.exists(Workspace.path(part).resolve(link)));
  }

  /** The nightly build performs these: once is enough. */
  @ParameterizedTest
  @MethodSource("parts")
  void runsItsPartOnce(String part) throws IOException {
    assertThat(article(part).blocks())
        .flatMap(Article.Block::lines)
        .filteredOn(line -> line.startsWith("make run"))
        .singleElement()
        .asString()
        .startsWith("make run MODULE=" + part);
  }

  @Test
  void takesArticlesApart() {
    Article article =
        Article.of(
            """
            # A title

            ## A heading

            ### A smaller one

            Two words, and [a link](a/b.md#c) – or [two](https://example.org).

            | a | b |
            |---|---|
            | 1 | 2 |

            ![A picture](c.svg)

                make sim

               ```java
               int i;
               ```
            """);
    assertThat(article.headings()).containsExactly("A heading");
    assertThat(article.words()).isEqualTo(20);
    assertThat(article.tables()).containsExactly(1);
    assertThat(article.pictures()).isEqualTo(1);
    assertThat(article.relativeLinks()).containsExactly("a/b.md", "c.svg");
    assertThat(article.blocks()).containsExactly(new Article.Block("java", List.of("   int i;")));
  }

  private static Set<String> linesOf(String ending, String... folders) throws IOException {
    Set<String> lines = new HashSet<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Workspace.path(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
          Files.readAllLines(file).forEach(line -> lines.add(line.strip()));
        }
      }
    }
    return lines;
  }
}
