package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.DependencyKind.PROCESS;
import static glomers.workbench.workload.txn.DependencyKind.REALTIME;
import static glomers.workbench.workload.txn.DependencyKind.RW;
import static glomers.workbench.workload.txn.DependencyKind.WR;
import static glomers.workbench.workload.txn.DependencyKind.WW;
import static glomers.workbench.workload.txn.DependencyKind.mask;

import java.util.ArrayList;
import java.util.List;

/**
 * The specification of one type of cycle: an edge to start with, and a path back. A search for one
 * type comes after those for the types that imply it, and only if these found nothing; so it need
 * not exclude what would be of their type.
 *
 * @param start the kind of the first edge
 * @param path the kinds of the other edges
 * @param alternating whether the path may also take anti-dependencies, none next to another or to
 *     the first edge
 */
record CycleSpec(AnomalyType type, int start, int path, boolean alternating) {
  /** All types of cycles, in the order of the search. */
  static final List<CycleSpec> ALL = all();

  private static List<CycleSpec> all() {
    List<CycleSpec> specs = new ArrayList<>();
    int data = mask(WW, WR);
    specs.add(new CycleSpec(AnomalyType.G0, WW.bit(), WW.bit(), false));
    specs.add(new CycleSpec(AnomalyType.G1C, WR.bit(), data, false));
    addAntiDependencies(
        specs,
        data,
        AnomalyType.G_SINGLE_ITEM,
        AnomalyType.G_NONADJACENT_ITEM,
        AnomalyType.G2_ITEM);
    specs.add(new CycleSpec(AnomalyType.G0_PROCESS, PROCESS.bit(), mask(WW, PROCESS), false));
    specs.add(new CycleSpec(AnomalyType.G1C_PROCESS, PROCESS.bit(), mask(WW, WR, PROCESS), false));
    addAntiDependencies(
        specs,
        mask(WW, WR, PROCESS),
        AnomalyType.G_SINGLE_ITEM_PROCESS,
        AnomalyType.G_NONADJACENT_ITEM_PROCESS,
        AnomalyType.G2_ITEM_PROCESS);
    specs.add(new CycleSpec(AnomalyType.G0_REALTIME, REALTIME.bit(), mask(WW, REALTIME), false));
    specs.add(
        new CycleSpec(AnomalyType.G1C_REALTIME, REALTIME.bit(), mask(WW, WR, REALTIME), false));
    addAntiDependencies(
        specs,
        mask(WW, WR, REALTIME),
        AnomalyType.G_SINGLE_ITEM_REALTIME,
        AnomalyType.G_NONADJACENT_ITEM_REALTIME,
        AnomalyType.G2_ITEM_REALTIME);
    return List.copyOf(specs);
  }

  private static void addAntiDependencies(
      List<CycleSpec> specs,
      int path,
      AnomalyType single,
      AnomalyType nonadjacent,
      AnomalyType any) {
    specs.add(new CycleSpec(single, RW.bit(), path, false));
    specs.add(new CycleSpec(nonadjacent, RW.bit(), path, true));
    specs.add(new CycleSpec(any, RW.bit(), path | RW.bit(), false));
  }

  /** Every kind of edge that such a cycle can have. */
  int fullMask() {
    return start | path;
  }
}
