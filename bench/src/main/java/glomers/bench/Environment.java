package glomers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment of a measurement: where, when and how it was made.
 *
 * @param machine its processors and system
 * @param java the JVM
 * @param date the day
 * @param command what was typed
 */
record Environment(String machine, String java, LocalDate date, String command) {
  static Environment now(List<String> arguments) {
    return new Environment(
        Runtime.getRuntime().availableProcessors()
            + " × "
            + processor()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        LocalDate.now(),
        ("bench/target/bench " + String.join(" ", arguments)).trim());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch"); // another system than Linux
    }
  }

  String sentence() {
    return "`" + command + "` on " + date + ", " + java + ", " + machine + ".";
  }

  Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("machine", machine);
    map.put("java", java);
    map.put("date", date.toString());
    map.put("command", command);
    return map;
  }
}
