package glomers.workbench.checker;

import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A verdict and its reasons. The verdict is that of the weightiest finding: nothing is invalid or
 * unknown without a finding that says why. Checkers judge strictly; {@link #by} gives the result by
 * other rules.
 *
 * @param rules whose rules the verdict is by
 * @param validity the verdict
 * @param findings what is wrong by these rules, the most important first
 * @param advice what is wrong by the other rules only; it does not count
 * @param details what results show, by name and in this order; values of EDN, or results
 * @param figures numbers worth comparing over many runs, by what they measure and their unit, such
 *     as {@code stable latency, median, ms}
 * @param verdictLast whether the verdict is shown after the details that it sums up
 */
public record Result(
    Rules rules,
    Validity validity,
    List<Finding> findings,
    List<Finding> advice,
    Map<String, Object> details,
    Map<String, Double> figures,
    boolean verdictLast) {
  /** Keeps its own copies. */
  public Result {
    findings = List.copyOf(findings);
    advice = List.copyOf(advice);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** A builder of results. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a result; for use once. */
  public static final class Builder {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Object> details = new LinkedHashMap<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private boolean verdictLast;

    private Builder() {}

    /** Adds something that is wrong. */
    public Builder finding(Finding finding) {
      findings.add(finding);
      return this;
    }

    /** Adds several things that are wrong. */
    public Builder findings(Collection<Finding> several) {
      findings.addAll(several);
      return this;
    }

    /**
     * Adds a finding for each of these cases, or for the first of very many; the last of them
     * stands for the others.
     *
     * @param findingsMax how many findings there are at the most
     */
    public <T> Builder findings(
        List<T> cases, int findingsMax, Function<? super T, Finding> finding) {
      int shown = Math.min(cases.size(), findingsMax);
      for (int i = 0; i < shown; i++) {
        long others = i == shown - 1 ? cases.size() - shown : 0;
        findings.add(finding.apply(cases.get(i)).andMore(others));
      }
      return this;
    }

    /** Adds all that is wrong with a part of this result. */
    public Builder findings(Result part) {
      return findings(part.all());
    }

    /** Says that Maelstrom's checker breaks down: it gives no verdict, whatever was found. */
    public Builder unknownToMaelstrom() {
      findings.replaceAll(finding -> finding.inMaelstrom(Validity.UNKNOWN));
      return this;
    }

    /**
     * Adds, or replaces, something that results show.
     *
     * @param value a value of EDN, or a result
     */
    public Builder detail(String name, Object value) {
      details.put(name, value);
      return this;
    }

    /** Adds a number that summaries of many runs show. */
    public Builder figure(String name, double value) {
      figures.put(name, value);
      return this;
    }

    /** Shows the verdict after the details. */
    public Builder verdictLast() {
      verdictLast = true;
      return this;
    }

    /**
     * The result by the strict rules. Those that were broken and that Maelstrom does not have, if
     * any, are named under {@code :broken-rules}.
     */
    public Result build() {
      List<String> stricter =
          findings.stream()
              .filter(Finding::isStricter)
              .map(finding -> finding.rule().text())
              .distinct()
              .toList();
      if (!stricter.isEmpty()) {
        details.putIfAbsent("broken-rules", stricter);
      }
      return judged(Rules.STRICT, findings, details, figures, verdictLast);
    }
  }

  private static Result judged(
      Rules rules,
      List<Finding> all,
      Map<String, Object> details,
      Map<String, Double> figures,
      boolean verdictLast) {
    Map<Boolean, List<Finding>> byWeight =
        all.stream()
            .collect(
                Collectors.partitioningBy(finding -> finding.validity(rules) != Validity.VALID));
    return new Result(
        rules,
        verdict(all, rules),
        Findings.ordered(byWeight.get(true), rules),
        Findings.ordered(byWeight.get(false), rules),
        details,
        figures,
        verdictLast);
  }

  private static Validity verdict(List<Finding> findings, Rules rules) {
    return Validity.merge(findings.stream().map(finding -> finding.validity(rules)).toList());
  }

  /** What is wrong by any rules. */
  private List<Finding> all() {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(advice);
    return all;
  }

  /** The verdict by these rules. */
  public Validity validity(Rules others) {
    return verdict(all(), others);
  }

  /** The same, and all results within it, by these rules. */
  public Result by(Rules others) {
    if (rules == others) {
      return this;
    }
    Map<String, Object> judged = new LinkedHashMap<>(details);
    judged.replaceAll((name, value) -> value instanceof Result inner ? inner.by(others) : value);
    return judged(others, all(), judged, figures, verdictLast);
  }

  /** The same, and all results within it, without what is wrong by the rules of these names. */
  public Result without(Collection<String> ruleNames) {
    Map<String, Object> left = new LinkedHashMap<>(details);
    left.replaceAll(
        (name, value) -> value instanceof Result inner ? inner.without(ruleNames) : value);
    List<Finding> others =
        all().stream().filter(each -> !ruleNames.contains(each.rule().name())).toList();
    return judged(rules, others, left, figures, verdictLast);
  }

  /** As results show it: a map from keywords, {@code :valid?} first or last. */
  public Map<Keyword, Object> toEdn() {
    Map<Keyword, Object> edn = new LinkedHashMap<>();
    if (!verdictLast) {
      edn.put(Keyword.of("valid?"), validity.toEdn());
    }
    details.forEach(
        (name, value) ->
            edn.put(Keyword.of(name), value instanceof Result inner ? inner.toEdn() : value));
    if (verdictLast) {
      edn.put(Keyword.of("valid?"), validity.toEdn());
    }
    return edn;
  }
}
