package glomers.bench.process;

import java.util.List;

/**
 * A program to measure.
 *
 * @param name its name in the report
 * @param command the program and its arguments
 */
public record Subject(String name, List<String> command) {
  /** Copies the command. */
  public Subject {
    command = List.copyOf(command);
  }
}
