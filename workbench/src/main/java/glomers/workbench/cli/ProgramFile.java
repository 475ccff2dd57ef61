package glomers.workbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program that {@code --bin} names. Each method throws an {@link IllegalArgumentException} if
 * there is no such program; it says why, and the remedy.
 */
final class ProgramFile {
  private ProgramFile() {}

  /** The file that runs a node, as a full path; Maelstrom starts it by its full path, too. */
  static Path of(Path bin) {
    require(!bin.toString().isEmpty(), "--bin: name the program that runs a node");
    require(
        !bin.startsWith("~") || Files.exists(bin),
        "--bin "
            + bin
            + ": the shell has not replaced ~ by your home folder, as it does only at the"
            + " beginning of a word of its own: write $HOME instead");
    Path path;
    try {
      path = bin.toRealPath();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--bin " + bin + ": there is no such file: is the path right, and is the program built?",
          e);
    }
    require(!Files.isDirectory(path), "--bin " + bin + ": must be a program, not a folder");
    require(
        Files.isRegularFile(path), "--bin " + bin + ": must be a program, not a device or pipe");
    return path;
  }

  /** As {@link #of}, for a program that is to be started. */
  static Path executable(Path bin) {
    Path path = of(bin);
    require(
        Files.isExecutable(path),
        "--bin " + bin + ": is not executable; make it so: chmod +x " + bin);
    FirstLine.problem(path).ifPresent(problem -> require(false, "--bin " + bin + ": " + problem));
    return path;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
