package glomers.workbench.checker;

import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A verdict and its reasons. The verdict is that of the weightiest finding: nothing is invalid or
 * unknown without a finding that says why.
 *
 * @param validity the verdict
 * @param findings what is wrong, the most important first
 * @param details what results show, by name and in this order; values of EDN, or results
 * @param figures numbers worth comparing over many runs, by what they measure and their unit, such
 *     as {@code stable latency, median, ms}
 * @param verdictLast whether the verdict is shown after the details that it sums up
 */
public record Result(
    Validity validity,
    List<Finding> findings,
    Map<String, Object> details,
    Map<String, Double> figures,
    boolean verdictLast) {
  /** Keeps its own copies. */
  public Result {
    findings = List.copyOf(findings);
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
     * The result. The stricter rules that were broken, if any, are named under {@code
     * :broken-rules}.
     */
    public Result build() {
      List<String> stricter =
          findings.stream()
              .map(Finding::rule)
              .filter(Rule::isStricter)
              .map(Rule::text)
              .distinct()
              .toList();
      if (!stricter.isEmpty()) {
        details.putIfAbsent("broken-rules", stricter);
      }
      return new Result(
          Validity.merge(findings.stream().map(Finding::validity).toList()),
          Findings.ordered(findings),
          details,
          figures,
          verdictLast);
    }
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
