package glomers.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final List<Goal> GOALS =
      List.of(
          new Goal(Metric.START, true, 2, Goal.HELLO),
          new Goal(Metric.THROUGHPUT, false, 5, Goal.GO),
          new Goal(Metric.CROWD, true, 1_300, null));

  private final Results results = new Results(List.of("ours", "hello"));

  JsonReportTest() {
    results.add("ours", Metric.THROUGHPUT, 77_578.25);
    for (double value : new double[] {80, 84.5, 81, 90}) {
      results.add("ours", Metric.START, value);
    }
    results.add("hello", Metric.START, 40);
    results.add("hello", Metric.START, 60);
  }

  private String text() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("machine", "2 × <fast> & \"new\"");
    environment.put("date", "2026-01-31");
    return JsonReport.of(environment, results, GOALS);
  }

  private JsonObject report() {
    return JsonParser.parseString(text()).getAsJsonObject();
  }

  private JsonObject metric(String name) {
    return report().getAsJsonObject("metrics").getAsJsonObject(name);
  }

  @Test
  void keysAreInOrder() {
    assertThat(report().keySet()).containsExactly("machine", "date", "metrics", "goals");
    assertThat(report().getAsJsonObject("metrics").keySet())
        .as("as they are shown, not as they were measured")
        .containsExactly("start", "throughput");
    assertThat(metric("start").keySet()).containsExactly("title", "subjects");
    assertThat(metric("start").getAsJsonObject("subjects").keySet())
        .containsExactly("ours", "hello");
    assertThat(metric("start").getAsJsonObject("subjects").getAsJsonObject("ours").keySet())
        .containsExactly("median", "min", "max", "values");
  }

  @Test
  void everyValueIsThere() {
    assertThat(metric("start"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "title": "start of one node to `init_ok`, ms",
                  "subjects": {
                    "ours": {"median": 82.75, "min": 80.0, "max": 90.0,
                             "values": [80.0, 84.5, 81.0, 90.0]},
                    "hello": {"median": 50.0, "min": 40.0, "max": 60.0, "values": [40.0, 60.0]}
                  }
                }
                """));
  }

  @Test
  void whoWasNotMeasuredIsLeftOut() {
    assertThat(metric("throughput").getAsJsonObject("subjects"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"ours": {"median": 77578.25, "min": 77578.25, "max": 77578.25,
                          "values": [77578.25]}}
                """));
  }

  @Test
  void listsAllGoals() {
    JsonArray goals = report().getAsJsonArray("goals");
    assertThat(goals)
        .isEqualTo(
            JsonParser.parseString(
                """
                [
                  {"metric": "start", "goal": "≤ 2 × hello", "figure": 1.655, "reached": true},
                  {"metric": "throughput", "goal": "≥ 5 × go"},
                  {"metric": "crowd", "goal": "≤ 1,300"}
                ]
                """));
    assertThat(goals.get(0).getAsJsonObject().keySet())
        .containsExactly("metric", "goal", "figure", "reached");
  }

  @Test
  void showsEnvironment() {
    assertThat(report().get("machine").getAsString()).isEqualTo("2 × <fast> & \"new\"");
    assertThat(text()).contains("\"2 × <fast> & \\\"new\\\"\"").endsWith("}\n");
  }

  @Test
  void writesBaselineOfZero() {
    Results zero = new Results(List.of("ours", "go"));
    zero.add("ours", Metric.THROUGHPUT_CPU, 0);
    zero.add("go", Metric.THROUGHPUT_CPU, 0);
    assertThat(JsonReport.of(Map.of(), zero, Goal.on(17))).contains("\"goal\": \"≤ 0.200 × go\"");
  }

  @Test
  void theSameResultsGiveTheSameText() {
    assertThat(text()).isEqualTo(text()).isEqualTo(new JsonReportTest().text());
  }
}
