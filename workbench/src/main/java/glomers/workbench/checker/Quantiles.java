package glomers.workbench.checker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Quantiles of latencies, at the points that Jepsen shows. */
public final class Quantiles {
  private static final List<Number> POINTS = List.of(0, 0.5, 0.95, 0.99, 1);

  private Quantiles() {}

  /**
   * The value at each point from 0, the least, to 1, the greatest.
   *
   * @param values not empty, in any order
   */
  public static <N extends Comparable<N>> Map<Number, N> of(List<N> values) {
    List<N> sorted = values.stream().sorted().toList();
    Map<Number, N> quantiles = new LinkedHashMap<>();
    for (Number point : POINTS) {
      int index = (int) Math.floor(sorted.size() * point.doubleValue());
      quantiles.put(point, sorted.get(Math.min(sorted.size() - 1, index)));
    }
    return quantiles;
  }
}
