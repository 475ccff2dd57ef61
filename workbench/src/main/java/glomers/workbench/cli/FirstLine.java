package glomers.workbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is wrong with the first line of a script, before the system does so in words that hide
 * it: whether it names an interpreter, and whether that is there.
 */
final class FirstLine {
  private static final int READ_BYTES_MAX = 512;

  private FirstLine() {}

  /** What keeps this file from being run, and the remedy; empty if nothing does. */
  static Optional<String> problem(Path program) {
    byte[] head;
    try (InputStream in = Files.newInputStream(program)) {
      head = in.readNBytes(READ_BYTES_MAX);
    } catch (IOException e) {
      return Optional.empty(); // the system will say why
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (!text.startsWith("#!")) {
      return text.indexOf('\0') >= 0 // as in every binary
          ? Optional.empty()
          : Optional.of(
              "is a text without a first line that says what runs it, such as #!/usr/bin/env"
                  + " python3: add one, or name a program");
    }
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    if (line.endsWith("\r")) {
      return Optional.of(
          "has CR LF line ends, as Windows writes them, and so its first line names an interpreter"
              + " whose name ends in a carriage return: remove them, such as by sed -i 's/\\r$//'");
    }
    return interpreter(line.substring(2).strip().split("\\s+"))
        .map(missing -> "has the first line " + line + ", but " + missing);
  }

  private static Optional<String> interpreter(String[] words) {
    Path interpreter = Path.of(words[0]);
    if (words[0].isEmpty()) {
      return Optional.of("that names no interpreter");
    }
    if (!Files.isExecutable(interpreter)) {
      return Optional.of("there is no " + interpreter + " here");
    }
    if (!interpreter.endsWith("env")) {
      return Optional.empty();
    }
    return Stream.of(words)
        .skip(1)
        .filter(word -> !word.startsWith("-") && !word.contains("="))
        .findFirst()
        .filter(name -> !isInPath(name))
        .map(name -> "there is no " + name + " in the PATH");
  }

  private static boolean isInPath(String name) {
    return name.contains("/")
        ? Files.isExecutable(Path.of(name))
        : Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
