package glomers.workbench.plan;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import java.util.List;

/** Faults as the statements that cause them in a scenario, called {@code scenario}. */
final class FaultSource {
  private FaultSource() {}

  /**
   * The statements that carry the event out.
   *
   * @param nodes the ids of all nodes
   */
  static List<String> of(FaultEvent event, List<String> nodes) {
    return event.parts(nodes).stream().map(part -> "scenario." + call(part) + ";").toList();
  }

  private static String call(FaultEvent part) {
    if (part instanceof FaultEvent.Partition partition) {
      return partition
          .sides()
          .map(sides -> call("partition", sides.one(), sides.other()))
          .orElseGet(() -> cut(partition));
    } else if (part instanceof FaultEvent.Degree degree) {
      return call(degree.of(), degree.number());
    } else if (part instanceof FaultEvent.OfNodes toNodes) {
      return call(toNodes.act(), toNodes.nodes().get(0));
    } else if (part instanceof FaultEvent.ClockRates clocks) {
      String node = clocks.rates().keySet().iterator().next();
      return "clockRate(" + JavaLiteral.of(node) + ", " + clocks.rates().get(node) + ")";
    }
    return "heal()";
  }

  private static String cut(FaultEvent.Partition partition) {
    String receiver = partition.cuts().keySet().iterator().next();
    return call("cut", receiver, partition.cuts().get(receiver));
  }

  private static String call(String method, Object first, Object second) {
    return method + "(" + JavaLiteral.of(first) + ", " + JavaLiteral.of(second) + ")";
  }

  private static String call(Measure measure, Number value) {
    return switch (measure) {
      case LOSS -> "lose(" + value + ")";
      case DUPLICATE -> "duplicate(" + value + ")";
      case REORDER -> "reorder(Duration.ofMillis(" + value + "))";
      case SLOW -> "slowDown(" + value + ")";
      case STORE_SLOW -> "slowStores(Duration.ofMillis(" + value + "))";
      case STORE_LOST -> "loseStoreCalls(" + value + ")";
    };
  }

  private static String call(Act act, String node) {
    String id = JavaLiteral.of(node);
    return switch (act) {
      case KILL -> "crash(" + id + ")";
      case KILL_LOST, KILL_KEPT -> "crash(" + id + ", Unsynced." + act.left().name() + ")";
      case RESTART -> "restart(" + id + ")";
      case PAUSE -> "pause(" + id + ")";
      case RESUME -> "resume(" + id + ")";
      case POWER_OFF -> "powerOff()";
      case POWER_ON -> "powerOn()";
      case SLOW_DISK -> "slowDisk(" + id + ")";
      case FAIL_DISK -> "failDisk(" + id + ")";
      case FILL_DISK -> "fillDisk(" + id + ")";
      case MEND_DISK -> "mendDisk(" + id + ")";
      case CORRUPT -> "corrupt(" + id + ")";
      case RESTORE -> "restore(" + id + ")";
    };
  }
}
