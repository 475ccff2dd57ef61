package glomers.workbench.checker;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Findings as text. */
public final class Findings {
  private static final int SHOWN_MAX = 10;

  private Findings() {}

  /**
   * A numbered line for each finding, the weightiest first, or for as many as a person will read;
   * empty if there are none.
   */
  public static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    List<Finding> sorted =
        findings.stream().sorted(Comparator.comparing(Finding::validity).reversed()).toList();
    int shown = Math.min(SHOWN_MAX, sorted.size());
    for (int i = 0; i < shown; i++) {
      Finding finding = sorted.get(i);
      text.append(
          String.format(
              Locale.ROOT, "%2d. %s: %s%n", i + 1, finding.rule().name(), finding.sentence()));
    }
    if (shown < sorted.size()) {
      text.append("    … and ").append(sorted.size() - shown).append(" more\n");
    }
    return text.toString();
  }
}
