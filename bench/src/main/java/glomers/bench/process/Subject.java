package glomers.bench.process;

import java.util.List;

/**
 * A program that is measured.
 *
 * @param name what it is called in the report
 * @param command the program and its arguments
 */
public record Subject(String name, List<String> command) {
  /** Copies the command. */
  public Subject {
    command = List.copyOf(command);
  }
}
