package glomers.workbench.cli;

import glomers.workbench.checker.Rules;
import glomers.workbench.network.Latency;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Reads the values of options; what is wrong with one is said in the words of the help. */
final class Converters {
  private Converters() {}

  static void register(CommandLine commandLine) {
    commandLine.registerConverter(double.class, Converters::decimal);
    // One object each: JDK 17 crashes while it archives two that are made of the same method.
    CommandLine.ITypeConverter<Integer> integer = Converters::integer;
    CommandLine.ITypeConverter<Long> whole = Converters::whole;
    commandLine.registerConverter(int.class, integer);
    commandLine.registerConverter(Integer.class, integer);
    commandLine.registerConverter(long.class, whole);
    commandLine.registerConverter(Long.class, whole);
    commandLine.registerConverter(Latency.Shape.class, text -> one(Latency.Shape.values(), text));
    commandLine.registerConverter(Rules.class, text -> one(Rules.values(), text));
  }

  /** A decimal as people write it: Java would take 1d and 0x1p0, too. */
  static double decimal(String text) {
    if (!text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) {
      throw wrong(text, "is not a number");
    }
    return Double.parseDouble(text);
  }

  private static int integer(String text) {
    long number = whole(text);
    if ((int) number != number) {
      throw wrong(text, "is too large");
    }
    return (int) number;
  }

  private static long whole(String text) {
    if (!text.matches("[-+]?[0-9]+")) {
      throw wrong(text, "is not a whole number");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw wrong(text, "is too large");
    }
  }

  private static <E extends Enum<E>> E one(E[] all, String text) {
    return Stream.of(all)
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "is none of "
                        + Stream.of(all)
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }

  private static CommandLine.TypeConversionException wrong(String text, String problem) {
    return new CommandLine.TypeConversionException("'" + text + "' " + problem);
  }
}
