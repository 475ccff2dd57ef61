package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.DependencyKind.RW;
import static glomers.workbench.workload.txn.DependencyKind.WW;
import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComponentTest {
  private static final CycleLevel SNAPSHOT_ISOLATION =
      CycleLevel.ALL.stream()
          .filter(level -> level.type() == AnomalyType.PL_SI_CYCLE_EXISTS)
          .findFirst()
          .orElseThrow();

  private final DependencyGraph graph = new DependencyGraph();

  private static List<Txn> txns(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Op(i, i, 0, "n0", OpType.OK, "txn", null, null, null, false))
        .map(op -> new Txn(op, op, OpType.OK, List.of()))
        .toList();
  }

  private void ring(List<Txn> ring, DependencyKind... kinds) {
    for (int i = 0; i < ring.size(); i++) {
      for (DependencyKind kind : kinds) {
        graph.add(ring.get(i), ring.get((i + 1) % ring.size()), kind, 1L, 1L, 2L);
      }
    }
  }

  @Test
  void smallestCountsEachTransactionOnce() {
    List<Txn> four = txns(4);
    List<Txn> three = txns(3);
    ring(four, WW);
    ring(three, WW, RW); // each is reached in both ways, and so is there twice
    for (boolean fourFirst : new boolean[] {true, false}) {
      List<Txn> all = new ArrayList<>(fourFirst ? four : three);
      all.addAll(fourFirst ? three : four);
      assertThat(new Component(graph, all).smallestWithin(SNAPSHOT_ISOLATION))
          .containsExactlyElementsOf(three);
    }
  }
}
