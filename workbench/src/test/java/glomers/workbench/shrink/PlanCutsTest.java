package glomers.workbench.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.Step.Invoke;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.txn.MicroOp;
import glomers.workbench.workload.txn.MicroOps;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanCutsTest {
  private static final TestOptions OPTIONS =
      new OptionsBuilder().workload("kafka").nodeCount(1).build();

  @Test
  void keysOfAssignAreLeftOut() {
    List<String> keys = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
    Plan plan = new Plan(OPTIONS, List.of(new Invoke(0, 0, "assign", Assign.request(keys))));
    Plan shorter = new PlanCuts(left -> left.toString().contains("17")).shorterValues(plan);
    assertThat(shorter.steps())
        .containsExactly(new Invoke(0, 0, "assign", Assign.request(List.of("17"))));
  }

  @Test
  void partsOfTransactionAreLeftOut() {
    MicroOp write = new MicroOp("w", 2L, 3L);
    MicroOps value = new MicroOps(List.of(MicroOp.read(1L, null), write, MicroOp.read(4L, null)));
    Plan plan = new Plan(OPTIONS, List.of(new Invoke(0, 0, "txn", value)));
    Plan shorter = new PlanCuts(left -> left.toString().contains(":w 2")).shorterValues(plan);
    assertThat(shorter.steps())
        .containsExactly(new Invoke(0, 0, "txn", new MicroOps(List.of(write))));
  }

  @Test
  void pausesKeepWhatIsLeftOfAPeriod() {
    Plan plan = new Plan(OPTIONS, List.of(new Invoke(14_593, 0, "poll", null)));
    Plan shorter =
        new PlanCuts(left -> left.steps().get(0).millis() % 500 == 93).shorterPauses(plan);
    assertThat(shorter.steps()).containsExactly(new Invoke(93, 0, "poll", null));
  }
}
