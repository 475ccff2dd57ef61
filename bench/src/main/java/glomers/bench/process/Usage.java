package glomers.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The resources that a process has used so far, as the system reports them. */
final class Usage {
  private final ProcessHandle process;

  Usage(Process process) {
    this.process = process.toHandle();
  }

  /** CPU time of all its threads, in milliseconds; in steps of 10 on Linux. */
  double cpuMillis() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
  }

  /** Memory that it has in RAM now, in MB of 2²⁰ bytes; empty if the system does not report it. */
  OptionalDouble residentMegabytes() {
    OptionalLong kilobytes = kilobytes("VmRSS:");
    return megabytes(kilobytes.isPresent() ? kilobytes : kilobytesByPs());
  }

  /** The most memory that it ever had in RAM, in MB; empty if the system does not report it. */
  OptionalDouble peakResidentMegabytes() {
    return megabytes(kilobytes("VmHWM:"));
  }

  /** How many write system calls it has made; empty if the system does not report it. */
  OptionalLong writes() {
    return field(Path.of("/proc", Long.toString(process.pid()), "io"), "syscw:");
  }

  private static OptionalDouble megabytes(OptionalLong kilobytes) {
    return kilobytes.isPresent()
        ? OptionalDouble.of(kilobytes.getAsLong() / 1024.0)
        : OptionalDouble.empty();
  }

  private OptionalLong kilobytes(String name) {
    return field(Path.of("/proc", Long.toString(process.pid()), "status"), name);
  }

  private static OptionalLong field(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.substring(name.length()).replace("kB", "").trim()))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty(); // another system than Linux, or the process is gone
    }
  }

  private OptionalLong kilobytesByPs() {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
