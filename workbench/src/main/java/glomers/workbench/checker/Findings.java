package glomers.workbench.checker;

import glomers.workbench.edn.Edn;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as text. */
public final class Findings {
  private static final int SHOWN_MAX = 10;

  private Findings() {}

  /**
   * The most important first: what is wrong before what keeps from judging, Maelstrom's rules
   * before those that are stricter, and of each rule one finding before the second of any, so that
   * whoever reads only the first few sees all kinds.
   */
  static List<Finding> ordered(List<Finding> findings) {
    Set<List<Object>> seen = new HashSet<>();
    Map<Boolean, List<Finding>> byFirst =
        findings.stream()
            .collect(
                Collectors.partitioningBy(
                    finding -> seen.add(List.of(finding.rule(), finding.validity()))));
    return Stream.concat(byFirst.get(true).stream(), byFirst.get(false).stream())
        .sorted(
            Comparator.comparing(Finding::validity)
                .reversed()
                .thenComparing(finding -> finding.rule().isStricter()))
        .toList();
  }

  /**
   * A numbered line for each finding of a result, or for as many as a person will read; empty if
   * there are none.
   */
  public static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(SHOWN_MAX, findings.size());
    for (int i = 0; i < shown; i++) {
      Finding finding = findings.get(i);
      text.append(
          String.format(
              Locale.ROOT, "%2d. %s: %s%n", i + 1, finding.rule().name(), finding.sentence()));
    }
    if (shown < findings.size()) {
      text.append("    … and ").append(findings.size() - shown).append(" more\n");
    }
    return text.toString();
  }

  /**
   * What is wrong by a check: its verdict, the lines of its findings, and its result as EDN.
   *
   * @param name the check's, such as {@code workload}
   * @param check not valid
   */
  public static String text(String name, Result check) {
    String verdict = check.validity() == Validity.INVALID ? " is invalid:\n" : " is unknown:\n";
    return name + verdict + text(check.findings()) + Edn.pretty(check.toEdn(), Edn.WIDTH);
  }
}
