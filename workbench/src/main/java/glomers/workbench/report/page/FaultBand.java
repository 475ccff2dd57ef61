package glomers.workbench.report.page;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fault while it was active.
 *
 * @param name such as {@code partition}
 * @param detail what it did, as the history has it
 * @param fromNanos nanoseconds since the test began
 * @param toNanos nanoseconds since the test began
 */
record FaultBand(String name, String detail, long fromNanos, long toNanos) {
  private static final String START = "start-";
  private static final String STOP = "stop-";

  /** All faults of a history; one that was never stopped lasts to the end. */
  static List<FaultBand> of(History history, long endNanos) {
    Map<String, Op> active = new LinkedHashMap<>();
    List<FaultBand> bands = new ArrayList<>();
    for (Op op : history.ops()) {
      if (op.isClient()) {
        continue;
      }
      if (op.f().startsWith(START)) {
        active.put(op.f().substring(START.length()), op); // the second entry tells what was done
      } else if (op.f().startsWith(STOP)) {
        Op start = active.remove(op.f().substring(STOP.length()));
        if (start != null) {
          bands.add(band(start, op.timeNanos()));
        }
      }
    }
    active.values().forEach(start -> bands.add(band(start, endNanos)));
    return bands;
  }

  private static FaultBand band(Op start, long toNanos) {
    return new FaultBand(
        start.f().substring(START.length()), Edn.print(start.value()), start.timeNanos(), toNanos);
  }
}
