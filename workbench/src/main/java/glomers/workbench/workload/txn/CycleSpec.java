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
    add(specs, Implications.CYCLES, WW.bit(), WR.bit(), 0);
    add(specs, Implications.PROCESS_CYCLES, PROCESS.bit(), PROCESS.bit(), PROCESS.bit());
    add(specs, Implications.REALTIME_CYCLES, REALTIME.bit(), REALTIME.bit(), REALTIME.bit());
    return List.copyOf(specs);
  }

  /** Adds the types, in their order, that have edges of this order besides those of data. */
  private static void add(
      List<CycleSpec> specs, List<AnomalyType> types, int startOfG0, int startOfG1c, int order) {
    int rw = RW.bit();
    int path = mask(WW, WR) | order;
    specs.add(new CycleSpec(types.get(0), startOfG0, WW.bit() | order, false));
    specs.add(new CycleSpec(types.get(1), startOfG1c, path, false));
    specs.add(new CycleSpec(types.get(2), rw, path, false));
    specs.add(new CycleSpec(types.get(3), rw, path, true));
    specs.add(new CycleSpec(types.get(4), rw, path | rw, false));
  }

  /** Every kind of edge that such a cycle can have. */
  int fullMask() {
    return start | path;
  }
}
