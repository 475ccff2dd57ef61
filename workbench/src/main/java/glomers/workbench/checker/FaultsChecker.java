package glomers.workbench.checker;

import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the faults that were active, each with its beginning and end, in seconds since the test
 * began, and what exactly was done. Always valid.
 */
public final class FaultsChecker implements Checker {
  private static final String START = "start-";
  private static final String STOP = "stop-";

  @Override
  public Result check(History history) {
    List<Map<Keyword, Object>> faults = new ArrayList<>();
    Map<String, Map<Keyword, Object>> active = new LinkedHashMap<>();
    // Each step is there twice: when it is decided on, and when it is done. The later entry counts.
    for (Op op : history.ops()) {
      if (op.isClient()) {
        continue;
      }
      if (op.f().startsWith(START)) {
        Map<Keyword, Object> fault =
            active.computeIfAbsent(
                op.f().substring(START.length()),
                name -> {
                  Map<Keyword, Object> begun = new LinkedHashMap<>();
                  begun.put(Keyword.of("fault"), Keyword.of(name));
                  faults.add(begun);
                  return begun;
                });
        fault.putIfAbsent(Keyword.of("from-s"), seconds(op));
        fault.put(Keyword.of("value"), op.value());
      } else if (op.f().startsWith(STOP)) {
        Map<Keyword, Object> fault = active.remove(op.f().substring(STOP.length()));
        if (fault != null) {
          fault.put(Keyword.of("to-s"), seconds(op));
        }
      }
    }
    return Result.builder().detail("faults", new Seq(faults)).build();
  }

  private static double seconds(Op op) {
    return Math.round(op.timeNanos() / 1e6) / 1e3;
  }
}
