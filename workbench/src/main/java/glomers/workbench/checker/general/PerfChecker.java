package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Quantiles;
import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes the latencies of successful operations, by function, and the rate of operations per
 * second. Maelstrom draws pictures of them; these are the figures. Always valid.
 *
 * @param requestedRate operations per second that were requested
 * @param achievedRate operations per second that began
 */
public record PerfChecker(double requestedRate, double achievedRate) implements Checker {
  @Override
  public Result check(History history) {
    Map<String, List<Double>> latencies = new TreeMap<>();
    history
        .clientOps()
        .filter(Op::isOk)
        .forEach(
            op ->
                latencies.computeIfAbsent(op.f(), f -> new ArrayList<>()).add(millis(history, op)));
    Map<Keyword, Object> quantiles = new LinkedHashMap<>();
    latencies.forEach((f, values) -> quantiles.put(Keyword.of(f), Quantiles.of(values)));
    Map<Keyword, Object> rate =
        Edn.map("requested", requestedRate, "achieved", rounded(achievedRate));
    return Result.builder().detail("latencies-ms", quantiles).detail("rate", rate).build();
  }

  private static double millis(History history, Op op) {
    return rounded((op.timeNanos() - history.invocation(op).timeNanos()) / 1e6);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
