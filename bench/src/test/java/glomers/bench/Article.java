package glomers.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of Markdown, taken apart: its prose, its code blocks and what stands in them.
 *
 * @param prose the lines outside of code
 * @param blocks the code between fences
 */
record Article(List<String> prose, List<Block> blocks) {
  private static final String FENCE = "```";

  /** Code between fences, without these; {@code language} is empty if the fence names none. */
  record Block(String language, List<String> lines) {}

  static Article of(String text) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    Block open = null;
    for (String line : text.lines().toList()) {
      String stripped = line.strip();
      if (stripped.startsWith(FENCE)) {
        open =
            open == null ? new Block(stripped.substring(FENCE.length()), new ArrayList<>()) : null;
        if (open != null) {
          blocks.add(open);
        }
      } else if (open != null) {
        open.lines().add(line);
      } else if (!line.startsWith("    ")) {
        prose.add(line);
      }
    }
    return new Article(prose, blocks);
  }

  /** The headings of its sections: those of the second level. */
  List<String> headings() {
    return prose.stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }

  /** What a reader reads as words: neither code nor the marks of tables. */
  long words() {
    return prose.stream()
        .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line))
        .filter(word -> word.matches(".*[\\p{L}\\p{N}].*"))
        .count();
  }

  /** The number of rows of each table, without its heading. */
  List<Integer> tables() {
    List<Integer> tables = new ArrayList<>();
    int lines = 0;
    for (String line : prose) {
      if (line.startsWith("|")) {
        lines++;
      } else if (lines > 0) {
        tables.add(lines - 2);
        lines = 0;
      }
    }
    return tables;
  }

  /** Where links and pictures lead, within the workspace and without the place in a page. */
  List<String> relativeLinks() {
    return Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)")
        .matcher(String.join("\n", prose))
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  long pictures() {
    return prose.stream().filter(line -> line.startsWith("![")).count();
  }
}
