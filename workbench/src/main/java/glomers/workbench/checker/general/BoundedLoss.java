package glomers.workbench.checker.general;

import glomers.workbench.fault.DownNodes;
import glomers.workbench.fault.DownNodes.Reason;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What servers that keep all in memory can promise: a node that is killed, or whose power is cut,
 * loses only what it has answered a moment before, as long as a node stays up that has had time to
 * learn all else. What may be lost is of unknown outcome: the rules of the workload allow for that.
 */
public final class BoundedLoss {
  private record Kill(long nanos, String node) {}

  private final long windowNanos;
  private final List<Kill> kills = new ArrayList<>();

  /** What was answered up to this time may be lost: no node was up that had to know it. */
  private long allLostNanos = -1;

  private final DownNodes down = new DownNodes();
  private final Map<String, Long> upSince = new HashMap<>();

  private BoundedLoss(History history, List<String> nodes, Duration window) {
    windowNanos = window.toNanos();
    nodes.forEach(node -> upSince.put(node, -windowNanos));
    for (Op op : history.ops()) {
      if (op.fault().orElse(null) instanceof FaultEvent.OfNodes event) {
        take(event, op.timeNanos());
      }
    }
  }

  private void take(FaultEvent.OfNodes event, long nanos) {
    switch (event.act()) {
      case KILL, KILL_LOST, KILL_KEPT -> end(event.nodes(), Reason.KILLED, nanos);
      case POWER_OFF -> end(event.nodes(), Reason.NO_POWER, nanos);
      case RESTART -> start(event.nodes(), Reason.KILLED, nanos);
      case POWER_ON -> start(event.nodes(), Reason.NO_POWER, nanos);
      default -> {}
    }
  }

  private void end(List<String> nodes, Reason reason, long nanos) {
    nodes.forEach(node -> kills.add(new Kill(nanos, node)));
    nodes.forEach(node -> down.add(node, reason));
    nodes.forEach(upSince::remove);
    if (upSince.values().stream().noneMatch(since -> since + windowNanos <= nanos)) {
      allLostNanos = nanos;
    }
  }

  private void start(List<String> nodes, Reason reason, long nanos) {
    nodes.stream()
        .filter(node -> down.remove(node, reason))
        .forEach(node -> upSince.put(node, nanos));
  }

  /**
   * The same history, in which operations that may be lost are of unknown outcome.
   *
   * @param nodes all of them
   * @param window how long before a node is killed the operations were answered that it may lose,
   *     and how long a node that was restarted takes to learn what the others know
   */
  public static History of(History history, List<String> nodes, Duration window) {
    BoundedLoss loss = new BoundedLoss(history, nodes, window);
    if (loss.kills.isEmpty()) {
      return history;
    }
    History promised = new History();
    for (Op op : history.ops()) {
      boolean isUnknown = op.isClient() && op.isOk() && !op.isFinal() && loss.mayLose(op);
      promised.add(isUnknown ? unknown(op, history.invocation(op)) : op);
    }
    return promised;
  }

  private boolean mayLose(Op op) {
    return op.timeNanos() <= allLostNanos
        || kills.stream()
            .anyMatch(
                kill ->
                    kill.node.equals(op.node())
                        && op.timeNanos() <= kill.nanos
                        && kill.nanos <= op.timeNanos() + windowNanos);
  }

  private static Op unknown(Op op, Op invocation) {
    return new Op(
        op.index(),
        op.timeNanos(),
        op.process(),
        op.node(),
        OpType.INFO,
        op.f(),
        invocation.value(),
        null,
        null,
        false);
  }
}
