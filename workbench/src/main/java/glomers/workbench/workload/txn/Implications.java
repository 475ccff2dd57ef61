package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.AnomalyType.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which anomaly is at the same time one of another type: a cycle of writes alone is one of writes
 * and reads, too, and who prohibits those prohibits it. After Adya 1999, and Elle.
 */
final class Implications {
  /** Types of cycles; each is one of the next, but for G1c. */
  static final List<AnomalyType> CYCLES =
      List.of(G0, G1C, G_SINGLE_ITEM, G_NONADJACENT_ITEM, G2_ITEM);

  /** The same with the order of processes. */
  static final List<AnomalyType> PROCESS_CYCLES =
      List.of(
          G0_PROCESS,
          G1C_PROCESS,
          G_SINGLE_ITEM_PROCESS,
          G_NONADJACENT_ITEM_PROCESS,
          G2_ITEM_PROCESS);

  /** The same with the order in time. */
  static final List<AnomalyType> REALTIME_CYCLES =
      List.of(
          G0_REALTIME,
          G1C_REALTIME,
          G_SINGLE_ITEM_REALTIME,
          G_NONADJACENT_ITEM_REALTIME,
          G2_ITEM_REALTIME);

  private static final Map<AnomalyType, Set<AnomalyType>> IMPLIED =
      new EnumMap<>(AnomalyType.class);

  static {
    // A cycle of data is a trivial cycle of data and processes; processes have one thread, so that
    // their order is one in time.
    List<List<AnomalyType>> variants = List.of(CYCLES, PROCESS_CYCLES, REALTIME_CYCLES);
    for (int v = variants.size() - 1; v >= 0; v--) {
      List<AnomalyType> types = variants.get(v);
      for (int i = types.size() - 1; i >= 0; i--) {
        // G1c is none of the cycles with overwritten reads.
        if (i + 1 < types.size() && types.get(i) != types.get(1)) {
          add(types.get(i), types.get(i + 1));
        }
        if (v + 1 < variants.size()) {
          add(types.get(i), variants.get(v + 1).get(i));
        }
      }
    }
    add(DIRTY_UPDATE, G1A);
    add(INCOMPATIBLE_ORDER, G1A);
    add(FUTURE_READ, G1C);
    add(LOST_UPDATE, G2_ITEM);
  }

  private Implications() {}

  /** Adds one; whatever the second implies must be complete. */
  private static void add(AnomalyType type, AnomalyType implied) {
    Set<AnomalyType> all = IMPLIED.computeIfAbsent(type, Implications::itself);
    all.addAll(IMPLIED.computeIfAbsent(implied, Implications::itself));
  }

  private static Set<AnomalyType> itself(AnomalyType type) {
    return EnumSet.of(type);
  }

  /** Whether each anomaly of the first type is one of the second. */
  static boolean implies(AnomalyType type, AnomalyType implied) {
    return of(type).contains(implied);
  }

  /** The types that an anomaly of this type implies, itself among them. */
  static Set<AnomalyType> of(AnomalyType type) {
    return IMPLIED.getOrDefault(type, Set.of(type));
  }
}
