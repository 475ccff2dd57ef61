package glomers.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as JSON: every value of every run, and the goals. */
public final class JsonReport {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private JsonReport() {}

  /**
   * The report.
   *
   * @param environment where, when and how it was measured, by name
   */
  public static String of(Map<String, String> environment, Results results, List<Goal> goals) {
    Map<String, Object> report = new LinkedHashMap<>(environment);
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      if (results.has(metric)) {
        Map<String, Object> bySubject = new LinkedHashMap<>();
        for (String name : results.subjects()) {
          results.series(name, metric).ifPresent(series -> bySubject.put(name, toJson(series)));
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", metric.title());
        entry.put("subjects", bySubject);
        metrics.put(name(metric), entry);
      }
    }
    report.put("metrics", metrics);
    report.put("goals", goals.stream().map(goal -> toJson(goal, results)).toList());
    return GSON.toJson(report) + "\n";
  }

  private static Map<String, Object> toJson(Series series) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", series.median());
    json.put("min", series.min());
    json.put("max", series.max());
    json.put("values", series.values());
    return json;
  }

  private static Map<String, Object> toJson(Goal goal, Results results) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", name(goal.metric()));
    json.put("goal", goal.text());
    goal.figure(results).ifPresent(figure -> json.put("figure", figure));
    goal.isMet(results).ifPresent(met -> json.put("reached", met));
    return json;
  }

  private static String name(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }
}
