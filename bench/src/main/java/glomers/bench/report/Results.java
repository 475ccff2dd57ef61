package glomers.bench.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured of whom. Not safe for use by many threads. */
public final class Results {
  private final Map<String, Map<Metric, List<Double>>> values = new LinkedHashMap<>();

  /** Results of these contestants, in the order in which they are to be shown; ours first. */
  public Results(List<String> contestants) {
    contestants.forEach(name -> values.put(name, new EnumMap<>(Metric.class)));
  }

  /**
   * Adds what one run has measured.
   *
   * @throws IllegalArgumentException if there is no such contestant
   */
  public void add(String contestant, Metric metric, double value) {
    Map<Metric, List<Double>> metrics = values.get(contestant);
    if (metrics == null) {
      throw new IllegalArgumentException("there is no contestant " + contestant);
    }
    metrics.computeIfAbsent(metric, m -> new ArrayList<>()).add(value);
  }

  /** The names of the contestants, in order. */
  public List<String> contestants() {
    return List.copyOf(values.keySet());
  }

  /** Our own name: that of the first contestant. */
  public String ours() {
    return values.keySet().iterator().next();
  }

  /** What was measured, if it was. */
  public Optional<Series> series(String contestant, Metric metric) {
    return Optional.ofNullable(values.getOrDefault(contestant, Map.of()).get(metric))
        .map(Series::new);
  }

  /** Whether anybody was measured by this. */
  public boolean has(Metric metric) {
    return contestants().stream().anyMatch(name -> series(name, metric).isPresent());
  }
}
