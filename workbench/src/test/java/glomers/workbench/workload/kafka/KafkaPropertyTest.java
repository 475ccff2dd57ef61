package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.Effort;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaPropertyTest {
  private static final List<String> NAIVE_TYPES =
      List.of(
          "G1c-realtime",
          "duplicate",
          "inconsistent-offsets",
          "int-nonmonotonic-poll",
          "int-poll-skip",
          "lost-write",
          "nonmonotonic-poll",
          "nonmonotonic-send",
          "nonmonotonic-send-over-assign",
          "poll-skip",
          "unseen");

  @Test
  void agreesWithTheDefinitionsOnRandomHistories() {
    Map<String, Integer> historiesByType = new TreeMap<>();
    for (long seed = 0; seed < Effort.of(300, 1_500); seed++) {
      History history = new RandomLogs(seed).faulty(15 + (int) (seed % 30));
      Map<String, Long> counts = counts(new KafkaChecker().check(history));
      assertThat(counts).as("seed %d", seed).isEqualTo(new NaiveKafka(history).counts());
      counts.keySet().forEach(type -> historiesByType.merge(type, 1, Integer::sum));
      historiesByType.merge(counts.isEmpty() ? "none" : "some", 1, Integer::sum);
    }
    // Histories of one kind only would prove little.
    assertThat(historiesByType.keySet()).containsAll(NAIVE_TYPES).contains("none", "some");
    assertThat(historiesByType.values()).allMatch(count -> count > Effort.of(0, 10));
  }

  /** How many cases of the types that {@link NaiveKafka} knows; 1 for those it does not count. */
  private static Map<String, Long> counts(Result result) {
    Map<String, Long> counts = new TreeMap<>();
    for (Object type : ((Seq) result.details().get("error-types")).values()) {
      String name = ((Keyword) type).name();
      if (NAIVE_TYPES.contains(name)) {
        Map<?, ?> cases = (Map<?, ?>) result.details().get(name);
        boolean counted = !List.of("unseen", "G1c-realtime").contains(name);
        counts.put(name, counted ? (Long) cases.get(Keyword.of("count")) : Long.valueOf(1));
      }
    }
    return counts;
  }

  @Test
  void findsNothingWrongWithCorrectLogs() {
    for (long seed = 0; seed < Effort.of(50, 300); seed++) {
      Result result = new KafkaChecker().check(new RandomLogs(seed).correct(200));
      assertThat(result.findings()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  @DisplayName("20,000 operations, offsets up to 2^53, are judged without effort")
  void judgesLargeHistories() {
    Result result = new KafkaChecker().check(new RandomLogs(1).correct(20_000));
    assertThat(result.validity()).isEqualTo(Validity.VALID);
  }

  @Test
  @Timeout(60)
  void judgesLargeHistoriesFullOfAnomalies() {
    Result result = new KafkaChecker().check(new RandomLogs(1).faulty(20_000));
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(result.findings()).hasSizeLessThan(400);
  }
}
