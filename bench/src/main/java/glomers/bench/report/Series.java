package glomers.bench.report;

import java.util.List;

/**
 * The values of several runs.
 *
 * @param values in the order of the runs; at least one
 */
public record Series(List<Double> values) {
  /** Copies the list. */
  public Series {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one value");
    }
    values = List.copyOf(values);
  }

  /** The value in the middle; of an even number, the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
