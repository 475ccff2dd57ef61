package glomers.workbench.workload.txn;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnForm;
import glomers.workbench.edn.Keyword;
import glomers.workbench.workload.Divisible;
import java.util.ArrayList;
import java.util.List;

/**
 * What one transaction reads and writes, in this order; in histories {@code [[:r 1 nil] [:w 2 3]]}.
 */
public record MicroOps(List<MicroOp> parts) implements EdnForm, Divisible<MicroOp> {
  /** Keeps its own copy. */
  public MicroOps {
    parts = List.copyOf(parts);
  }

  @Override
  public MicroOps with(List<MicroOp> fewer) {
    return new MicroOps(fewer);
  }

  @Override
  public List<Object> toEdn() {
    List<Object> edn = new ArrayList<>(parts.size());
    parts.forEach(op -> edn.add(op.toEdn()));
    return edn;
  }

  /**
   * The transaction that a history holds.
   *
   * @throws IllegalArgumentException if the value does not have the form of one
   */
  public static MicroOps of(Object edn) {
    try {
      List<?> triples = (List<?>) edn;
      List<MicroOp> ops = new ArrayList<>(triples.size());
      for (Object triple : triples) {
        List<?> parts = (List<?>) triple;
        ops.add(new MicroOp(((Keyword) parts.get(0)).name(), parts.get(1), parts.get(2)));
      }
      return new MicroOps(ops);
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException("not a transaction: " + Edn.print(edn), e);
    }
  }
}
