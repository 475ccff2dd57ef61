package glomers.workbench.edn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A list of findings, printed in parentheses. A plain {@link List} is printed in square brackets,
 * as what came from JSON is; so the two look as they do in Maelstrom's results.
 *
 * @param values values of EDN
 */
public record Seq(List<?> values) {
  /** Keeps its own copy, which may hold null. */
  public Seq {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
