package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.history.History;

/**
 * Judges whether traffic ends: some time after the last operation and the last fault, servers send
 * nothing, or no more than their heartbeat.
 *
 * @param allowed messages per second and node
 * @param nodes how many there are
 * @param messages how many were sent while it should have been quiet, those of services included
 * @param seconds how long that was
 */
public record QuiescenceChecker(double allowed, int nodes, long messages, double seconds)
    implements Checker {
  private static final Rule RULE =
      Rule.stricter(
          "quiescence",
          "when nothing is new, servers must send no more than the heartbeat allowed");

  @Override
  public Result check(History history) {
    double rate = messages / seconds / nodes;
    Result.Builder result = Result.builder().detail("messages-per-second-and-node", rate);
    if (rate > allowed) {
      result.finding(
          Finding.invalid(
              RULE,
              Sentences.format(
                  "In the last %.1f s of the recovery time, in which nothing was new, %,d"
                      + " messages were sent: %.2f per second and node. At most %.2f are allowed.",
                  seconds, messages, rate, allowed)));
    }
    return result.build();
  }
}
