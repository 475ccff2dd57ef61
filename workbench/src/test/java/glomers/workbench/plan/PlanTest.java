package glomers.workbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent.Heal;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.plan.Step.Inject;
import glomers.workbench.plan.Step.Invoke;
import glomers.workbench.workload.TestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final TestOptions OPTIONS =
      new OptionsBuilder().workload("broadcast").nodeCount(3).concurrency("2n").build();
  private static final Partition PARTITION = Partition.between(List.of("n2"), List.of("n0", "n1"));
  private static final Heal HEAL = new Heal(Partition.NAME);

  @Test
  void runRecordsItsOperationsAndFaultsUpToItsEnd() {
    History history =
        new HistoryBuilder()
            .at(1_000)
            .nemesis("start-partition", "one")
            .at(1_000)
            .fault(PARTITION)
            .at(1_250)
            .call(7, "broadcast", 1L, null)
            .at(3_000)
            .fault(HEAL)
            .finalPhase()
            .at(9_000)
            .call(1, "read", null, List.of(1L))
            .build();
    Plan plan = Plan.of(OPTIONS, history);
    assertThat(plan.steps())
        .containsExactly(
            new Inject(0, PARTITION),
            new Invoke(250, 1, "broadcast", 1L), // 7 is the second process of worker 1
            new Inject(2_000, HEAL));
    assertThat(plan.operations()).isEqualTo(1);
    assertThat(plan.faults()).isEqualTo(1);
  }

  @Test
  void faultIsOneUnitFromBeginningToEnd() {
    Invoke invoke = new Invoke(1, 0, "read", null);
    Plan plan =
        new Plan(
            OPTIONS,
            List.of(
                new Inject(0, PARTITION),
                invoke,
                new Inject(2, HEAL),
                new Inject(3, Act.RESTART.to(List.of()))));
    assertThat(plan.units())
        .containsExactly(List.of(new Inject(0, PARTITION), new Inject(2, HEAL)), List.of(invoke));
  }

  @Test
  void workersOfOtherNodesStayWithThem() {
    Plan plan =
        new Plan(
            OPTIONS,
            List.of(
                new Invoke(0, 0, "read", null),
                new Invoke(1, 1, "read", null),
                new Invoke(2, 5, "read", null),
                new Inject(3, PARTITION),
                new Inject(4, Act.KILL.to(List.of("n1")))));
    Plan fewer = plan.without("n1");
    assertThat(fewer.nodes()).containsExactly("n0", "n2");
    assertThat(fewer.steps())
        .containsExactly(
            new Invoke(0, 0, "read", null),
            new Invoke(2, 3, "read", null),
            new Inject(3, Partition.between(List.of("n2"), List.of("n0"))));
  }
}
