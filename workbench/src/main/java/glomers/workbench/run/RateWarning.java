package glomers.workbench.run;

import glomers.workbench.checker.Sentences;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.session.Session.Completion;
import glomers.workbench.workload.TestOptions;
import java.util.List;

/** Says why a test did not keep the requested rate, and what to do about it. */
public final class RateWarning {
  private RateWarning() {}

  /**
   * The warning.
   *
   * @param rate was not kept
   */
  public static String of(Rate rate, TestOptions options, History history) {
    List<Op> ended = history.clientOps().filter(op -> !op.isInvoke() && !op.isFinal()).toList();
    List<Op> timedOut =
        ended.stream().filter(op -> Completion.NET_TIMEOUT.equals(op.error())).toList();
    boolean byTimeouts = 2 * nanos(history, timedOut) >= nanos(history, ended);
    String workers =
        options.concurrency() == 1
            ? "the only worker was busy"
            : Sentences.format("all %,d workers were busy", options.concurrency());
    return Sentences.format(
        "The rate was not kept: %.1f operations per second were requested, %.1f were begun. For"
            + " %.0f%% of the time %s: %s.",
        rate.requested(),
        rate.achieved(),
        100 * rate.heldUpFraction(),
        workers,
        byTimeouts
            ? Sentences.count(timedOut.size(), "operation")
                + " waited in vain for a reply until the timeout; see why the nodes do not answer:"
                + " a handler that waits for a reply itself may keep its node from reading"
            : "raise --concurrency (such as 4n), or see why the nodes take so long to answer");
  }

  private static long nanos(History history, List<Op> ops) {
    return ops.stream().mapToLong(op -> op.timeNanos() - history.invocation(op).timeNanos()).sum();
  }
}
