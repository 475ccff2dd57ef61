package glomers.workbench.checker;

import glomers.workbench.edn.Edn;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as text. */
public final class Findings {
  /** What stands above findings that do not count by Maelstrom's rules. */
  public static final String ADVICE =
      "Advice (by stricter rules than Maelstrom's, so that it does not count):";

  private static final int SHOWN_MAX = 10;

  private Findings() {}

  /**
   * The most important first: what is wrong before what keeps from judging, Maelstrom's rules
   * before those that are stricter, and of each rule one finding before the second of any, so that
   * whoever reads only the first few sees all kinds.
   */
  static List<Finding> ordered(List<Finding> findings, Rules rules) {
    Set<List<Object>> seen = new HashSet<>();
    Map<Boolean, List<Finding>> byFirst =
        findings.stream()
            .collect(
                Collectors.partitioningBy(
                    finding -> seen.add(List.of(finding.rule(), finding.validity(rules)))));
    return Stream.concat(byFirst.get(true).stream(), byFirst.get(false).stream())
        .sorted(
            Comparator.comparing((Finding finding) -> finding.validity(rules))
                .reversed()
                .thenComparing(Finding::isStricter))
        .toList();
  }

  /**
   * The findings that say the same of other operations.
   *
   * @param first one of them, which is told
   * @param count how many there are
   */
  public record Cases(Finding first, long count) {
    /** The rule, whose it is, how many cases there are, and the first, in a sentence or a few. */
    public String text() {
      return first.rule().fullName()
          + origin(first)
          + ": "
          + (count == 1 ? "" : inCommon() + "; the first: ")
          + first.sentence();
    }

    /** What the text rests on, a line each, such as the transactions that it names. */
    public List<String> lines() {
      return first.lines();
    }

    /** How many there are and what they have in common; empty if there is one. */
    public String inCommon() {
      if (count == 1) {
        return "";
      }
      String cases = first.rule().cases();
      return cases.isEmpty()
          ? Sentences.count(count, "case")
          : String.format(Locale.ROOT, "%,d %s", count, cases);
    }
  }

  /** The findings of each rule together, in the order of the first of each. */
  public static List<Cases> byRule(List<Finding> findings) {
    Map<List<Object>, List<Finding>> byRule =
        findings.stream()
            .collect(
                Collectors.groupingBy(Findings::kind, LinkedHashMap::new, Collectors.toList()));
    return byRule.values().stream().map(ofRule -> new Cases(ofRule.get(0), cases(ofRule))).toList();
  }

  private static long cases(List<Finding> findings) {
    return findings.stream().mapToLong(Finding::cases).sum();
  }

  /**
   * A numbered line for each rule that is broken, with its first case, or for as many as a person
   * will read; empty if there are no findings.
   */
  public static String text(List<Finding> findings) {
    List<Cases> rules = byRule(findings);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      if (i == SHOWN_MAX) {
        return text.append("    ").append(more(rules.size() - i)).append('\n').toString();
      }
      text.append(String.format(Locale.ROOT, "%2d. %s\n", i + 1, rules.get(i).text()));
      rules.get(i).lines().forEach(line -> text.append("      ").append(line).append('\n'));
    }
    promises(findings).forEach(promise -> text.append("    ").append(promise).append('\n'));
    return text.toString();
  }

  /** What was asked for and is not kept, and which rules say so, in a sentence for each. */
  public static List<String> promises(List<Finding> findings) {
    Map<String, Set<String>> rules = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (!finding.rule().promise().isEmpty()) {
        rules
            .computeIfAbsent(finding.rule().promise(), none -> new LinkedHashSet<>())
            .add(finding.rule().name());
      }
    }
    return rules.entrySet().stream()
        .map(
            promise ->
                "Asked for was "
                    + promise.getKey()
                    + " Broken by: "
                    + String.join(", ", promise.getValue())
                    + ".")
        .toList();
  }

  /** A line in place of so many rules that there is no room for. */
  public static String more(int rules) {
    return "… and " + Sentences.count(rules, "more rule");
  }

  /** What findings have in common that say the same of other operations. */
  private static List<Object> kind(Finding finding) {
    return List.of(finding.rule().name(), finding.validity(), finding.maelstrom());
  }

  /** What Maelstrom makes of it, if that is not the same. */
  private static String origin(Finding finding) {
    if (!finding.isStricter()) {
      return "";
    }
    return finding.maelstrom() == Validity.UNKNOWN
        ? " (stricter: Maelstrom comes to no verdict)"
        : " (stricter: Maelstrom lets this pass)";
  }

  /** What is wrong by stricter rules than those of the verdict; empty if nothing is. */
  public static String advice(Result result) {
    return result.rules() == Rules.STRICT || result.advice().isEmpty()
        ? ""
        : ADVICE + "\n" + text(result.advice());
  }

  /** Maelstrom's verdict, if a result by the strict rules has another one. */
  public static Optional<String> maelstromsVerdict(Result result) {
    Validity theirs = result.validity(Rules.MAELSTROM);
    if (result.rules() == Rules.MAELSTROM || theirs == result.validity()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (theirs) {
          case VALID -> "Maelstrom would call this run valid: no rule above is one of its own.";
          case UNKNOWN -> "Maelstrom would call this run unknown: it comes to no verdict.";
          case INVALID -> "Maelstrom would call this run invalid: --rules maelstrom says why.";
        });
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
