package glomers.workbench.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Keyword;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.Step.Invoke;
import glomers.workbench.workload.TestOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanCutsTest {
  private static final TestOptions OPTIONS =
      TestOptions.builder().workload("kafka").nodeCount(1).build();

  @Test
  void keysOfAssignAreLeftOut() {
    List<String> keys = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
    Map<Keyword, Object> value = Map.of(Keyword.of("keys"), keys);
    Plan plan = new Plan(OPTIONS, List.of(new Invoke(0, 0, "assign", value)));
    Plan shorter = new PlanCuts(left -> left.toString().contains("17")).shorterValues(plan);
    assertThat(shorter.steps())
        .containsExactly(new Invoke(0, 0, "assign", Map.of(Keyword.of("keys"), List.of("17"))));
  }

  @Test
  void partsOfTransactionAreLeftOut() {
    List<List<Object>> value =
        List.of(List.of("r", 1L, 0L), List.of("w", 2L, 3L), List.of("r", 4L, 0L));
    Plan plan = new Plan(OPTIONS, List.of(new Invoke(0, 0, "txn", value)));
    Plan shorter = new PlanCuts(left -> left.toString().contains("w, 2")).shorterValues(plan);
    assertThat(shorter.steps())
        .containsExactly(new Invoke(0, 0, "txn", List.of(List.of("w", 2L, 3L))));
  }

  @Test
  void pausesKeepWhatIsLeftOfAPeriod() {
    Plan plan = new Plan(OPTIONS, List.of(new Invoke(14_593, 0, "poll", null)));
    Plan shorter =
        new PlanCuts(left -> left.steps().get(0).millis() % 500 == 93).shorterPauses(plan);
    assertThat(shorter.steps()).containsExactly(new Invoke(93, 0, "poll", null));
  }
}
