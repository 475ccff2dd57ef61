package glomers.bench.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measurements of all subjects. Not safe for use by many threads. */
public final class Results {
  private final Map<String, Map<Metric, List<Double>>> values = new LinkedHashMap<>();

  /** Results of these subjects, in the order in which they are to be shown; ours first. */
  public Results(List<String> subjects) {
    subjects.forEach(name -> values.put(name, new EnumMap<>(Metric.class)));
  }

  /**
   * Adds what one run has measured.
   *
   * @throws IllegalArgumentException if there is no such subject
   */
  public void add(String subject, Metric metric, double value) {
    Map<Metric, List<Double>> metrics = values.get(subject);
    if (metrics == null) {
      throw new IllegalArgumentException("there is no subject " + subject);
    }
    metrics.computeIfAbsent(metric, m -> new ArrayList<>()).add(value);
  }

  /** The names of the subjects, in order. */
  public List<String> subjects() {
    return List.copyOf(values.keySet());
  }

  /** Our own name: that of the first subject. */
  public String ours() {
    return values.keySet().iterator().next();
  }

  /** The measurements of one subject, if there are any. */
  public Optional<Series> series(String subject, Metric metric) {
    return Optional.ofNullable(values.getOrDefault(subject, Map.of()).get(metric)).map(Series::new);
  }

  /** Whether any subject was measured by this metric. */
  public boolean has(Metric metric) {
    return subjects().stream().anyMatch(name -> series(name, metric).isPresent());
  }
}
