package glomers.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown in the workspace, and what of it can be checked. */
public record Page(Path file) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

  /** The pages of the guide. */
  public static List<Page> ofGuide() {
    try (Stream<Path> files = Files.list(Workspace.path("guide"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contents of its code blocks of this language; {@code ""} is that of blocks without one. */
  public List<String> blocks(String language) {
    return BLOCK
        .matcher(text())
        .results()
        .filter(match -> match.group(1).equals(language))
        .map(match -> match.group(2))
        .toList();
  }

  /** Where its links within the workspace lead. */
  List<Path> links() {
    return LINK.matcher(text())
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.contains("://"))
        .map(link -> file.resolveSibling(link).normalize())
        .toList();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
