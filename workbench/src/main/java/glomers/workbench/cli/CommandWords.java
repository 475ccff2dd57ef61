package glomers.workbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The words that {@code test} or {@code simulate} was called with, fit to be given again from any
 * working directory: each option once, with the value that counts, and files by their full paths.
 *
 * @param program two hyphens and the arguments of the program; empty if it has none.
 */
record CommandWords(String command, List<Part> parts, List<String> program) {
  /** An option with its value, if it takes one; without an option, a word of another kind. */
  private record Part(OptionSpec option, List<String> words) {
    boolean isOneOf(List<String> names) {
      return option != null && Stream.of(option.names()).anyMatch(names::contains);
    }

    /** Whether this one takes the other's effect away: of two values the last one counts. */
    boolean overrides(Part other) {
      return option != null && option.equals(other.option) && !option.isMultiValue();
    }

    Stream<String> withFullPath() {
      if (option == null || !option.type().equals(Path.class)) {
        return words.stream();
      }
      String last = words.get(words.size() - 1);
      int value = words.size() > 1 ? 0 : last.indexOf('=') + 1;
      Path path = Path.of(last.substring(value)).toAbsolutePath();
      return Stream.concat(
          words.stream().limit(words.size() - 1L), Stream.of(last.substring(0, value) + path));
    }
  }

  /**
   * The words of a command.
   *
   * @param arguments what the workbench was called with: {@code test} or {@code simulate}, and its
   *     options
   */
  static CommandWords of(List<String> arguments) {
    String command = arguments.get(0);
    int hyphens = arguments.indexOf("--");
    int end = hyphens < 0 ? arguments.size() : hyphens;
    return new CommandWords(
        command,
        onceEach(parts(spec(command), arguments.subList(1, end))),
        arguments.subList(end, arguments.size()));
  }

  private static CommandSpec spec(String command) {
    return CommandSpec.forAnnotatedObject(
        command.equals("simulate") ? new SimulateCommand() : new TestCommand());
  }

  private static List<Part> parts(CommandSpec spec, List<String> words) {
    List<Part> parts = new ArrayList<>();
    int next;
    for (int i = 0; i < words.size(); i = next) {
      String word = words.get(i);
      String name = word.split("=", 2)[0];
      OptionSpec option = spec.optionsMap().getOrDefault(name, spec.negatedOptionsMap().get(name));
      boolean hasValueNext = option != null && option.arity().max() > 0 && word.equals(name);
      next = Math.min(words.size(), i + (hasValueNext ? 2 : 1));
      parts.add(new Part(option, words.subList(i, next)));
    }
    return parts;
  }

  private static List<Part> onceEach(List<Part> parts) {
    List<Part> kept = new ArrayList<>();
    for (Part part : parts) {
      kept.removeIf(part::overrides);
      kept.add(part);
    }
    return kept;
  }

  boolean has(String option) {
    return parts.stream().anyMatch(part -> part.isOneOf(List.of(option)));
  }

  /** The same without these options and their values. */
  CommandWords without(String... options) {
    List<String> names = Arrays.asList(options);
    return new CommandWords(
        command, parts.stream().filter(part -> !part.isOneOf(names)).toList(), program);
  }

  /** The same with another option. */
  CommandWords with(String... option) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(null, List.of(option)));
    return new CommandWords(command, more, program);
  }

  /** The options and their values. */
  List<String> options() {
    return parts.stream().flatMap(Part::withFullPath).toList();
  }

  /** All of them: the command, its options and the program's arguments. */
  List<String> all() {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(options());
    words.addAll(program);
    return words;
  }
}
