package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.fault.FaultEdn;
import glomers.workbench.history.FaultSpan;
import glomers.workbench.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lists the faults that were active, each with its beginning and end, in seconds since the test
 * began, and what exactly was done; and whether that changed nothing, as there are too few nodes.
 * Always valid.
 *
 * @param nodes how many there are
 */
public record FaultsChecker(int nodes) implements Checker {
  @Override
  public Result check(History history) {
    List<Map<Keyword, Object>> faults = new ArrayList<>();
    for (FaultSpan span : FaultSpan.of(history)) {
      Map<Keyword, Object> fault =
          Edn.map(
              "fault", Keyword.of(span.start().fault()),
              "from-s", seconds(span.fromNanos()),
              "value", FaultEdn.of(span.start()));
      if (span.start().isIdle(nodes)) {
        fault.put(Keyword.of("changes-nothing?"), true);
      }
      span.toNanos().ifPresent(to -> fault.put(Keyword.of("to-s"), seconds(to)));
      faults.add(fault);
    }
    return Result.builder().detail("faults", new Seq(faults)).build();
  }

  private static double seconds(long nanos) {
    return Math.round(nanos / 1e6) / 1e3;
  }
}
