package glomers.bench.executables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A conversation with one node: lines of input behind {@code "> "}, and behind {@code "< "} lines
 * that it must print in this order, where {@code …} stands for any text. What timers print may
 * stand between them. Other lines are for the reader.
 *
 * @param input what the node reads
 * @param output what all of its output must match
 */
record Transcript(String input, Pattern output) {
  private static final String OTHER_LINES = "(?:.*\n)*?";

  static Transcript read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new Transcript(
        behind("> ", lines).stream().collect(Collectors.joining("\n", "", "\n")),
        behind("< ", lines).stream()
            .map(Transcript::pattern)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining(OTHER_LINES, OTHER_LINES, OTHER_LINES), Pattern::compile)));
  }

  private static List<String> behind(String mark, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }

  private static String pattern(String line) {
    return Pattern.compile("…")
        .splitAsStream(line)
        .map(Pattern::quote)
        .collect(Collectors.joining(".*", "", "\n"));
  }
}
