package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Findings;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule that is broken, with all its cases.
 *
 * @param cases at least one; the first stands for all
 */
record BrokenRule(List<Case> cases) {
  /**
   * A finding.
   *
   * @param number its place among all findings, from 1
   */
  record Case(int number, Finding finding) {}

  /** The findings by their rules, in the order of the first of each. */
  static List<BrokenRule> of(List<Finding> findings) {
    Map<List<Object>, List<Case>> byRule = new LinkedHashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      byRule
          .computeIfAbsent(kind(finding), none -> new ArrayList<>())
          .add(new Case(i + 1, finding));
    }
    return byRule.values().stream().map(BrokenRule::new).toList();
  }

  private static List<Object> kind(Finding finding) {
    return List.of(finding.rule().name(), finding.validity(), finding.maelstrom());
  }

  Finding first() {
    return cases.get(0).finding();
  }

  /** The first case, and how many there are, also of those without a finding of their own. */
  Findings.Cases all() {
    return new Findings.Cases(
        first(), cases.stream().mapToLong(one -> one.finding().cases()).sum());
  }

  Rule rule() {
    return first().rule();
  }

  /** Whose rule it is. */
  String origin() {
    if (!first().isStricter()) {
      return "Maelstrom's rule";
    }
    return first().maelstrom() == Validity.UNKNOWN
        ? "stricter than Maelstrom, which comes to no verdict"
        : "stricter than Maelstrom, which lets this pass";
  }
}
