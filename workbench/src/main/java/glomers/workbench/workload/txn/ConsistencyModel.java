package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.AnomalyType.*;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A promise about transactions, by the types of anomalies that it prohibits: those that it names,
 * those that imply one of these, and those of each weaker model. Names, and which model is weaker
 * than which, are Elle's (Kingsbury and Alvaro 2020), after Adya 1999, Bailis et al. 2014 and
 * Cerone et al. 2015.
 *
 * <p>Models of single objects, such as {@code linearizable}, are missing: no anomaly of
 * transactions rules them out, so that every history would pass.
 */
public enum ConsistencyModel {
  READ_UNCOMMITTED(
      "read-uncommitted PL-1",
      weaker(),
      G0,
      DUPLICATE_ELEMENTS,
      CYCLIC_VERSIONS,
      PL_1_CYCLE_EXISTS),
  READ_COMMITTED("read-committed PL-2", weaker(READ_UNCOMMITTED), G1A, G1B, G1C, PL_2_CYCLE_EXISTS),
  MONOTONIC_VIEW("monotonic-view PL-2L", weaker(READ_COMMITTED)),
  MONOTONIC_SNAPSHOT_READ("monotonic-snapshot-read PL-MSR", weaker(READ_COMMITTED)),
  MONOTONIC_ATOMIC_VIEW("monotonic-atomic-view", weaker(READ_COMMITTED)),
  READ_ATOMIC("read-atomic", weaker(MONOTONIC_ATOMIC_VIEW), INTERNAL),
  CAUSAL_CERONE("causal-cerone", weaker(READ_ATOMIC)),
  PREFIX("prefix", weaker(CAUSAL_CERONE)),
  UPDATE_ATOMIC("update-atomic", weaker(READ_ATOMIC), LOST_UPDATE),
  PARALLEL_SNAPSHOT_ISOLATION("parallel-snapshot-isolation", weaker(CAUSAL_CERONE, UPDATE_ATOMIC)),
  CURSOR_STABILITY("cursor-stability PL-CS", weaker(READ_COMMITTED), LOST_UPDATE),
  CONSISTENT_VIEW("consistent-view PL-2+", weaker(CURSOR_STABILITY, MONOTONIC_VIEW), G_SINGLE_ITEM),
  FORWARD_CONSISTENT_VIEW("forward-consistent-view PL-FCV", weaker(CONSISTENT_VIEW)),
  UPDATE_SERIALIZABLE("update-serializable PL-3U", weaker(FORWARD_CONSISTENT_VIEW)),
  REPEATABLE_READ(
      "repeatable-read PL-2.99",
      weaker(CURSOR_STABILITY, MONOTONIC_ATOMIC_VIEW),
      G2_ITEM,
      PL_2_99_CYCLE_EXISTS),
  SNAPSHOT_ISOLATION(
      "snapshot-isolation PL-SI",
      weaker(FORWARD_CONSISTENT_VIEW, MONOTONIC_SNAPSHOT_READ, PARALLEL_SNAPSHOT_ISOLATION, PREFIX),
      G_NONADJACENT_ITEM,
      PL_SI_CYCLE_EXISTS),
  SERIALIZABLE(
      "serializable PL-3 conflict-serializable",
      weaker(REPEATABLE_READ, SNAPSHOT_ISOLATION, UPDATE_SERIALIZABLE)),
  STRONG_SESSION_READ_UNCOMMITTED(
      "strong-session-read-uncommitted strong-session-PL-1",
      weaker(READ_UNCOMMITTED),
      G0_PROCESS,
      STRONG_SESSION_PL_1_CYCLE_EXISTS),
  STRONG_SESSION_READ_COMMITTED(
      "strong-session-read-committed strong-session-PL-2",
      weaker(READ_COMMITTED, STRONG_SESSION_READ_UNCOMMITTED),
      G1C_PROCESS,
      STRONG_SESSION_PL_2_CYCLE_EXISTS),
  STRONG_SESSION_SNAPSHOT_ISOLATION(
      "strong-session-snapshot-isolation",
      weaker(SNAPSHOT_ISOLATION, STRONG_SESSION_READ_COMMITTED),
      G_NONADJACENT_ITEM_PROCESS,
      STRONG_SESSION_SI_CYCLE_EXISTS),
  STRONG_SESSION_SERIALIZABLE(
      "strong-session-serializable",
      weaker(SERIALIZABLE, STRONG_SESSION_SNAPSHOT_ISOLATION),
      G2_ITEM_PROCESS,
      STRONG_SESSION_SERIALIZABLE_CYCLE_EXISTS),
  STRONG_READ_UNCOMMITTED(
      "strong-read-uncommitted strong-PL-1",
      weaker(STRONG_SESSION_READ_UNCOMMITTED),
      G0_REALTIME,
      STRONG_PL_1_CYCLE_EXISTS),
  STRONG_READ_COMMITTED(
      "strong-read-committed strong-PL-2",
      weaker(STRONG_SESSION_READ_COMMITTED, STRONG_READ_UNCOMMITTED),
      G1C_REALTIME,
      STRONG_PL_2_CYCLE_EXISTS),
  STRONG_SNAPSHOT_ISOLATION(
      "strong-snapshot-isolation",
      weaker(STRONG_SESSION_SNAPSHOT_ISOLATION, STRONG_READ_COMMITTED),
      G_NONADJACENT_ITEM_REALTIME,
      STRONG_SI_CYCLE_EXISTS),
  STRICT_SERIALIZABLE(
      "strong-serializable PL-SS strict-serializable",
      weaker(STRONG_SNAPSHOT_ISOLATION, STRONG_SESSION_SERIALIZABLE),
      G2_ITEM_REALTIME,
      PL_SS_CYCLE_EXISTS);

  private final List<String> names;
  private final Set<ConsistencyModel> directlyWeaker;
  private final Set<AnomalyType> prohibited = EnumSet.noneOf(AnomalyType.class);

  ConsistencyModel(String names, Set<ConsistencyModel> directlyWeaker, AnomalyType... named) {
    this.names = List.of(names.split(" "));
    this.directlyWeaker = directlyWeaker;
    for (AnomalyType type : AnomalyType.values()) {
      if (Arrays.stream(named).anyMatch(each -> Implications.implies(type, each))) {
        prohibited.add(type);
      }
    }
    directlyWeaker.forEach(model -> prohibited.addAll(model.prohibited));
  }

  private static Set<ConsistencyModel> weaker(ConsistencyModel... models) {
    return Set.of(models);
  }

  /**
   * The model of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static ConsistencyModel named(String name) {
    return Arrays.stream(values())
        .filter(model -> model.names.contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no consistency model %s for transactions; there are %s"
                        .formatted(name, String.join(", ", names()))));
  }

  /** The weakest model that prohibits this; only of those that a model names. */
  static ConsistencyModel weakestWithout(AnomalyType type) {
    return Arrays.stream(values())
        .filter(model -> model.prohibited.contains(type))
        .findFirst()
        .orElseThrow();
  }

  /** All names, the weakest models first; some models have several. */
  public static List<String> names() {
    return Arrays.stream(values()).flatMap(model -> model.names.stream()).toList();
  }

  /** The name in results. */
  public String friendlyName() {
    return names.get(0);
  }

  /** The types of anomalies that must not be there; those that are no model's concern excepted. */
  Set<AnomalyType> prohibited() {
    return prohibited;
  }

  Set<ConsistencyModel> directlyWeaker() {
    return directlyWeaker;
  }

  /** Whether each history that satisfies this model satisfies the other. */
  boolean implies(ConsistencyModel other) {
    return this == other || directlyWeaker.stream().anyMatch(model -> model.implies(other));
  }

  /** The models that histories with these anomalies do not satisfy. */
  static Set<ConsistencyModel> ruledOutBy(Collection<AnomalyType> anomalies) {
    Set<ConsistencyModel> ruledOut = EnumSet.noneOf(ConsistencyModel.class);
    for (ConsistencyModel model : values()) {
      if (anomalies.stream().anyMatch(model.prohibited::contains)) {
        ruledOut.add(model);
      }
    }
    return ruledOut;
  }

  /** Those of these models that are not stronger than another of them. */
  static Stream<ConsistencyModel> weakest(Set<ConsistencyModel> models) {
    return models.stream()
        .filter(model -> models.stream().noneMatch(m -> m != model && model.implies(m)));
  }
}
