package glomers.workbench.cli;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * Options of Maelstrom that have no effect here, the only hidden ones. They are accepted, so that
 * its command lines work.
 */
final class IgnoredArguments {
  @Option(
      names = {
        "--leave-db-running",
        "--logging-json",
        "--no-ssh",
        "--strict-host-key-checking",
      },
      hidden = true)
  private boolean flag;

  @Option(
      names = {"--ssh-private-key", "--username", "--password"},
      hidden = true)
  private String value;

  /** A sentence about the ignored options that were given; empty if there were none. */
  static Optional<String> note(ParseResult parsed) {
    Map<String, OptionSpec> options = parsed.commandSpec().optionsMap();
    String given =
        parsed.originalArgs().stream()
            .takeWhile(word -> !word.equals("--"))
            .map(word -> word.split("=", 2)[0])
            .filter(name -> options.containsKey(name) && options.get(name).hidden())
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(
            "No effect here: " + given + " (nodes run on this machine and end with the test).")
        .filter(sentence -> !given.isEmpty());
  }
}
