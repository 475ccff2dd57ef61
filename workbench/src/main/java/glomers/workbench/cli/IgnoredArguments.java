package glomers.workbench.cli;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * Options of Maelstrom that have no effect here. They are accepted, so that its command lines work.
 */
final class IgnoredArguments {
  private final Set<String> given = new LinkedHashSet<>();

  @Option(names = "--leave-db-running", hidden = true)
  void leaveRunning(boolean unused) {
    given.add("--leave-db-running");
  }

  @Option(names = "--logging-json", hidden = true)
  void loggingJson(boolean unused) {
    given.add("--logging-json");
  }

  @Option(names = "--no-ssh", hidden = true)
  void noSsh(boolean unused) {
    given.add("--no-ssh");
  }

  @Option(names = "--strict-host-key-checking", hidden = true)
  void hostKeys(boolean unused) {
    given.add("--strict-host-key-checking");
  }

  @Option(names = "--ssh-private-key", hidden = true)
  void privateKey(String unused) {
    given.add("--ssh-private-key");
  }

  @Option(names = "--username", hidden = true)
  void username(String unused) {
    given.add("--username");
  }

  @Option(names = "--password", hidden = true)
  void password(String unused) {
    given.add("--password");
  }

  /** A sentence about the ignored options that were given; empty if there were none. */
  Optional<String> note() {
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "No effect here: "
                + String.join(", ", given)
                + " (nodes run on this machine and end with the test).");
  }
}
