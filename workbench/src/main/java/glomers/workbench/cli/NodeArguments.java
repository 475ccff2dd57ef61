package glomers.workbench.cli;

import glomers.workbench.options.OptionsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options that name nodes, joined as Maelstrom joins them: the file's, the list's, the rest.
 */
final class NodeArguments {
  @Option(
      names = {"-n", "--node"},
      paramLabel = "ID",
      description = "The id of a node; may be given several times.")
  private List<String> single = List.of();

  @Option(
      names = "--nodes",
      paramLabel = "ID,ID...",
      description =
          "The ids of the nodes, with commas between them. Default: " + OptionsBuilder.NODES)
  private String list;

  @Option(
      names = "--nodes-file",
      paramLabel = "FILE",
      description = "A file with the ids of the nodes, one per line.")
  private Path file;

  /**
   * The ids of all nodes that are named; empty if none is.
   *
   * @throws IllegalArgumentException if the file can't be read
   */
  Optional<List<String>> ids() {
    List<String> ids = new ArrayList<>();
    if (file != null) {
      ids.addAll(lines(file));
    }
    if (list != null) {
      Arrays.stream(list.split(",", -1)).map(String::strip).forEach(ids::add);
    }
    ids.addAll(single);
    return file == null && list == null && single.isEmpty() ? Optional.empty() : Optional.of(ids);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--nodes-file " + file + ": can't be read as UTF-8 text: is it there?", e);
    }
  }
}
