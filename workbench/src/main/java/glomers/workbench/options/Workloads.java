package glomers.workbench.options;

import glomers.workbench.workload.EchoWorkload;
import glomers.workbench.workload.UniqueIdsWorkload;
import glomers.workbench.workload.WorkloadType;
import glomers.workbench.workload.counter.CounterWorkload;
import glomers.workbench.workload.kafka.KafkaWorkload;
import glomers.workbench.workload.register.LinKvWorkload;
import glomers.workbench.workload.set.BroadcastWorkload;
import glomers.workbench.workload.set.GSetWorkload;
import glomers.workbench.workload.txn.ListAppendWorkload;
import glomers.workbench.workload.txn.RwRegisterWorkload;
import java.util.List;

/** All workloads. A new one is a class of its own and a line here. */
public final class Workloads {
  private static final List<WorkloadType> ALL =
      List.of(
          BroadcastWorkload.TYPE,
          EchoWorkload.TYPE,
          CounterWorkload.GROW_ONLY,
          GSetWorkload.TYPE,
          KafkaWorkload.TYPE,
          LinKvWorkload.TYPE,
          CounterWorkload.POSITIVE_NEGATIVE,
          ListAppendWorkload.TYPE,
          RwRegisterWorkload.TYPE,
          UniqueIdsWorkload.TYPE);

  private Workloads() {}

  /** All workloads, sorted by name. */
  public static List<WorkloadType> all() {
    return ALL;
  }

  /** The names, sorted. */
  public static List<String> names() {
    return ALL.stream().map(WorkloadType::name).toList();
  }

  /**
   * The workload of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static WorkloadType named(String name) {
    return ALL.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no workload " + name + "; there are " + String.join(", ", names())));
  }
}
