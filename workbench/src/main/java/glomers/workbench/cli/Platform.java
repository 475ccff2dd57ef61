package glomers.workbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether this system has what the workbench needs. */
final class Platform {
  private static final Path SHELL = Path.of("/bin/sh");

  private Platform() {}

  /** Why the workbench can't work here, in one line; empty if it can. */
  static Optional<String> problem() {
    return problem(System.getProperty("os.name"), SHELL);
  }

  /** As {@link #problem()}, of a system of this name with its shell at this path. */
  static Optional<String> problem(String system, Path shell) {
    if (system.startsWith("Windows")) {
      return Optional.of(
          "The workbench does not run on Windows itself: run it inside WSL (wsl --install).");
    }
    return Files.isExecutable(shell)
        ? Optional.empty()
        : Optional.of(
            ("There is no %s, which the workbench needs to send signals to nodes: install a POSIX"
                    + " shell.")
                .formatted(shell));
  }
}
