package glomers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the guide say of this workspace is true of it. */
class GuideTest {
  private static List<Page> pages() {
    return Page.ofGuide();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFiles(Page page) {
    assertThat(page.links()).filteredOn(Files::notExists).as("links to nothing").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("Java blocks stand in the sources, line by line; indentation may differ")
  void javaBlocksStandInTheSources(Page page) throws IOException {
    List<String> sources = sources();
    assertThat(page.blocks("java"))
        .filteredOn(
            block -> sources.stream().noneMatch(source -> source.contains(unindented(block))))
        .as("blocks that stand in no source")
        .isEmpty();
  }

  private static List<String> sources() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Workspace.path(""))) {
      files = all.filter(GuideTest::isSource).toList();
    }
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(unindented(Files.readString(file)));
    }
    return texts;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && !file.toString().contains("/target/");
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
  }
}
