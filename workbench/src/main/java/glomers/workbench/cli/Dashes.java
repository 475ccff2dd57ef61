package glomers.workbench.cli;

import glomers.workbench.checker.Sentences;
import glomers.workbench.report.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds options that begin with a dash that is no hyphen. Web pages and word processors make one of
 * two hyphens, and nobody sees the difference.
 */
final class Dashes {
  private static final String DASH = "[\\p{Pd}\u2212]"; // the minus sign is no punctuation

  private Dashes() {}

  /** Which word begins with one, and the command as it should be; empty if none does. */
  static Optional<String> problem(List<String> words) {
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    List<String> corrected = new ArrayList<>(words);
    String first = null;
    for (int i = 0; i < end; i++) {
      String word = words.get(i);
      if (word.matches(DASH + "+[A-Za-z].*") && !word.matches("--?[A-Za-z].*")) {
        first = first == null ? word : first;
        String name = word.replaceFirst(DASH + "+", "");
        corrected.set(i, (name.length() == 1 ? "-" : "--") + name);
      }
    }
    if (first == null) {
      return Optional.empty();
    }
    int dash = first.chars().filter(c -> c != '-').findFirst().orElse('-');
    return Optional.of(
        Sentences.format(
            "%s begins with %s (%c), not with hyphens, as web pages and word processors write them:"
                + " it would be no option. The command should be:%n    workbench %s",
            first, name(dash), dash, ShellWords.join(corrected)));
  }

  private static String name(int dash) {
    String name = Character.getName(dash).toLowerCase(Locale.ROOT);
    return name.matches("[aeiou].*") ? "an " + name : "a " + name;
  }
}
