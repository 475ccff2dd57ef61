package glomers.workbench.edn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrettyPrinterTest {
  @Test
  void keepsShortCollectionOnOneLine() {
    List<Integer> list = List.of(10, 20, 30);
    assertThat(Edn.pretty(list, 10)).isEqualTo("[10 20 30]");
    assertThat(Edn.pretty(list, 9)).isEqualTo("[10\n 20\n 30]");
  }

  @Test
  void closingBracketsMayExceedWidth() {
    assertThat(Edn.pretty(List.of(List.of(10, 20), 5), 8)).isEqualTo("[[10 20]\n 5]");
    assertThat(Edn.pretty(List.of(5, List.of(10, 20)), 8)).isEqualTo("[5\n [10 20]]");
  }

  @Test
  void whatCanNotBeBrokenIsLeftWhole() {
    assertThat(Edn.pretty("a long string", 5)).isEqualTo("\"a long string\"");
    assertThat(Edn.pretty(new Seq(List.of()), 1)).isEqualTo("()");
  }

  @Test
  void resultsAreLaidOutAsByMaelstrom() {
    Map<Object, Object> counts =
        map(
            ":valid?",
            true,
            ":count",
            18502,
            ":ok-count",
            18502,
            ":fail-count",
            0,
            ":info-count",
            0);
    Map<Object, Object> stats = new LinkedHashMap<>(counts);
    stats.put(Keyword.of("by-f"), map(":generate", counts));
    Map<Object, Object> clients =
        map(":send-count", 37010, ":recv-count", 37010, ":msg-count", 37010);
    Map<Object, Object> all = new LinkedHashMap<>(clients);
    all.put(Keyword.of("msgs-per-op"), 2.0003242f);
    Map<Object, Object> servers =
        map(":send-count", 0, ":recv-count", 0, ":msg-count", 0, ":msgs-per-op", 0f);
    Map<Object, Object> workload =
        map(
            ":valid?",
            false,
            ":errors",
            new Seq(
                List.of(List.of("Expected", "Please echo 15", "But received", map(":echo", "no")))),
            ":lost",
            new Seq(List.of()),
            ":stable-latencies",
            map("0", 0, "0.5", 452, "0.95", 674, "0.99", 731, "1", 794));
    Map<Object, Object> results =
        map(
            ":exceptions",
            map(":valid?", true),
            ":stats",
            stats,
            ":availability",
            map(":valid?", true, ":ok-fraction", 1f),
            ":net",
            map(":all", all, ":clients", clients, ":servers", servers, ":valid?", true),
            ":workload",
            workload,
            ":valid?",
            false);
    assertThat(Edn.pretty(results, Edn.WIDTH))
        .isEqualTo(
            """
            {:exceptions {:valid? true},
             :stats {:valid? true,
                     :count 18502,
                     :ok-count 18502,
                     :fail-count 0,
                     :info-count 0,
                     :by-f {:generate {:valid? true,
                                       :count 18502,
                                       :ok-count 18502,
                                       :fail-count 0,
                                       :info-count 0}}},
             :availability {:valid? true, :ok-fraction 1.0},
             :net {:all {:send-count 37010,
                         :recv-count 37010,
                         :msg-count 37010,
                         :msgs-per-op 2.0003242},
                   :clients {:send-count 37010,
                             :recv-count 37010,
                             :msg-count 37010},
                   :servers {:send-count 0,
                             :recv-count 0,
                             :msg-count 0,
                             :msgs-per-op 0.0},
                   :valid? true},
             :workload {:valid? false,
                        :errors (["Expected"
                                  "Please echo 15"
                                  "But received"
                                  {:echo "no"}]),
                        :lost (),
                        :stable-latencies {"0" 0,
                                           "0.5" 452,
                                           "0.95" 674,
                                           "0.99" 731,
                                           "1" 794}},
             :valid? false}""");
  }

  private static Map<Object, Object> map(Object... keysAndValues) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      String key = (String) keysAndValues[i];
      map.put(key.startsWith(":") ? Keyword.of(key.substring(1)) : key, keysAndValues[i + 1]);
    }
    return map;
  }
}
