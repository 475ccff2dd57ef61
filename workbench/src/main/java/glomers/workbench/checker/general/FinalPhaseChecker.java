package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.NetworkStats;
import java.util.Map;

/**
 * Counts the operations and messages of a final phase that Maelstrom does not have, so that the
 * other figures compare with Maelstrom's. Always valid: what was read is the workload's concern.
 *
 * @param stats the count of the messages since the main phase ended
 */
public record FinalPhaseChecker(NetworkStats stats) implements Checker {
  @Override
  public Result check(History history) {
    return Result.builder()
        .detail("count", count(history, null))
        .detail("ok-count", count(history, OpType.OK))
        .detail("fail-count", count(history, OpType.FAIL))
        .detail("info-count", count(history, OpType.INFO))
        .detail("net", net())
        .build();
  }

  private static long count(History history, OpType type) {
    return history
        .clientOps()
        .filter(Op::isFinal)
        .filter(op -> type == null ? !op.isInvoke() : op.type() == type)
        .count();
  }

  private Map<Keyword, Object> net() {
    return Edn.map("clients", counts(stats.clients()), "servers", counts(stats.servers()));
  }

  private static Map<Keyword, Object> counts(NetworkStats.Count count) {
    return Edn.map("send-count", count.sent(), "recv-count", count.received());
  }
}
