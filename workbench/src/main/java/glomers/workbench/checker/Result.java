package glomers.workbench.checker;

import glomers.workbench.edn.Keyword;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A verdict and its reasons.
 *
 * @param validity the verdict
 * @param details figures and findings, by name, in the order in which they are shown; values of
 *     EDN, or results
 * @param verdictLast whether the verdict is shown after the details that it sums up
 */
public record Result(Validity validity, Map<String, Object> details, boolean verdictLast) {
  /** A verdict that is shown before its details. */
  public Result(Validity validity, Map<String, Object> details) {
    this(validity, details, false);
  }

  /** A verdict without details. */
  public static Result of(Validity validity) {
    return new Result(validity, Map.of());
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
