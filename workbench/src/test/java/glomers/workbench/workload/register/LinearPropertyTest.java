package glomers.workbench.workload.register;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.Effort;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinearPropertyTest {
  private static final int HISTORIES = Effort.of(1_000, 10_000);

  private static Result check(History history) {
    return new LinearChecker(Duration.ofHours(1)).check(history);
  }

  private static Optional<NaiveRegister.Violation> naively(History history) {
    NaiveRegister naive = new NaiveRegister();
    history
        .clientOps()
        .filter(Op::isInvoke)
        .forEach(op -> naive.add(op, history.completion(op).orElse(null)));
    return naive.violation();
  }

  @Test
  @DisplayName("agrees with trying all orders: verdict, first unexplained operation, and values")
  void agreesWithTryingAllOrders() {
    SplittableRandom random = new SplittableRandom(1);
    int invalid = 0;
    for (long seed = 0; seed < HISTORIES; seed++) {
      History history =
          new RandomRegister(seed)
              .history(1 + random.nextInt(8), 1 + random.nextInt(4), random.nextInt(60), 20);
      Result result = check(history);
      Optional<NaiveRegister.Violation> expected = naively(history);
      assertThat(result.validity() == Validity.INVALID)
          .as("seed %d: %s", seed, history.ops())
          .isEqualTo(expected.isPresent());
      if (expected.isPresent()) {
        invalid++;
        Op op = expected.get().completion();
        assertThat(result.findings().get(0).ops()).contains(op);
        Map<?, ?> ofKey = (Map<?, ?>) ((Map<?, ?>) result.details().get("results")).get(0L);
        Map<?, ?> shown = (Map<?, ?>) ofKey.get(Keyword.of("linearizable"));
        assertThat(shown.get(Keyword.of("op"))).isEqualTo(HistoryWriter.toEdn(op));
        assertThat(values(shown)).as("seed %d", seed).isEqualTo(printed(expected.get().values()));
      }
    }
    assertThat(invalid).isBetween(HISTORIES / 4, 3 * HISTORIES / 4);
  }

  private static Set<String> values(Map<?, ?> shown) {
    Set<String> values = new HashSet<>();
    for (Object config : ((Seq) shown.get(Keyword.of("configs"))).values()) {
      Map<?, ?> model = (Map<?, ?>) ((Map<?, ?>) config).get(Keyword.of("model"));
      values.add(Edn.print(model.get(Keyword.of("value"))));
    }
    return values;
  }

  private static Set<String> printed(Collection<Object> values) {
    Set<String> printed = new HashSet<>();
    values.forEach(value -> printed.add(Edn.print(value)));
    return printed;
  }

  @Test
  void longTruthfulHistoriesAreLinearizable() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(check(new RandomRegister(seed).history(1_000, 10, 0, 2)).validity())
          .as("seed %d", seed)
          .isEqualTo(Validity.VALID);
    }
  }
}
