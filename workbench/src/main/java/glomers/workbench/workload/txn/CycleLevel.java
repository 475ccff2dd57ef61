package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.DependencyKind.PROCESS;
import static glomers.workbench.workload.txn.DependencyKind.REALTIME;
import static glomers.workbench.workload.txn.DependencyKind.RW;
import static glomers.workbench.workload.txn.DependencyKind.WR;
import static glomers.workbench.workload.txn.DependencyKind.WW;

import java.util.List;

/**
 * A part of the graph that must not have cycles if a model is to hold: Adya's portable levels (PL),
 * and those extended by the order of processes or in time.
 *
 * @param type says that there is a cycle
 * @param model the weakest model that it rules out
 * @param dependencies the kinds of edges
 * @param singleRw whether an anti-dependency may follow each of these edges, too, but not another
 *     anti-dependency
 */
record CycleLevel(
    AnomalyType type, ConsistencyModel model, List<DependencyKind> dependencies, boolean singleRw) {
  /** All levels, the weaker ones of each group first. */
  static final List<CycleLevel> ALL =
      List.of(
          level(AnomalyType.PL_1_CYCLE_EXISTS, WW),
          level(AnomalyType.PL_2_CYCLE_EXISTS, WW, WR),
          extended(AnomalyType.PL_SI_CYCLE_EXISTS, WW, WR),
          level(AnomalyType.PL_2_99_CYCLE_EXISTS, WW, WR, RW),
          level(AnomalyType.STRONG_SESSION_PL_1_CYCLE_EXISTS, WW, PROCESS),
          level(AnomalyType.STRONG_SESSION_PL_2_CYCLE_EXISTS, WW, WR, PROCESS),
          extended(AnomalyType.STRONG_SESSION_SI_CYCLE_EXISTS, WW, WR, PROCESS),
          level(AnomalyType.STRONG_SESSION_SERIALIZABLE_CYCLE_EXISTS, WW, WR, RW, PROCESS),
          level(AnomalyType.STRONG_PL_1_CYCLE_EXISTS, WW, REALTIME),
          level(AnomalyType.STRONG_PL_2_CYCLE_EXISTS, WW, WR, REALTIME),
          extended(AnomalyType.STRONG_SI_CYCLE_EXISTS, WW, WR, REALTIME),
          level(AnomalyType.PL_SS_CYCLE_EXISTS, WW, WR, RW, REALTIME));

  private static CycleLevel level(AnomalyType type, DependencyKind... dependencies) {
    return new CycleLevel(
        type, ConsistencyModel.weakestWithout(type), List.of(dependencies), false);
  }

  private static CycleLevel extended(AnomalyType type, DependencyKind... dependencies) {
    return new CycleLevel(type, ConsistencyModel.weakestWithout(type), List.of(dependencies), true);
  }

  int mask() {
    return DependencyKind.mask(dependencies.toArray(new DependencyKind[0]));
  }

  /** Every kind of edge that a cycle of this level can have. */
  int fullMask() {
    return mask() | (singleRw ? RW.bit() : 0);
  }
}
