package glomers.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A page of Markdown in the workspace, and what of it can be checked. */
public record Page(Path file) {
  /** The pages of the guide. */
  public static List<Page> ofGuide() {
    try (Stream<Path> files = Files.list(Workspace.path("guide"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Article article() {
    try {
      return Article.of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contents of its code blocks of this language; {@code ""} is that of blocks without one. */
  public List<String> blocks(String language) {
    return article().blocks().stream()
        .filter(block -> block.language().equals(language))
        .map(block -> String.join("\n", block.lines()) + "\n")
        .toList();
  }

  /** Where its links within the workspace lead. */
  List<Path> links() {
    return article().relativeLinks().stream()
        .map(link -> file.resolveSibling(link).normalize())
        .toList();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
