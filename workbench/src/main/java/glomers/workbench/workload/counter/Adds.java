package glomers.workbench.workload.counter;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.List;

/**
 * The adds of a history that took place, or may have.
 *
 * @param acknowledgedSum the sum of the acknowledged ones
 * @param unknown the deltas of those whose outcome is unknown, without zeros
 */
record Adds(long acknowledgedSum, List<Long> unknown) {
  static Adds of(History history) {
    long sum = 0;
    List<Long> unknown = new ArrayList<>();
    for (Op add : history.clientOps().filter(Adds::isInvocation).toList()) {
      OpType outcome = outcome(history, add);
      if (outcome == OpType.OK) {
        sum += number(add);
      } else if (outcome == OpType.INFO && number(add) != 0) {
        unknown.add(number(add));
      }
    }
    return new Adds(sum, unknown);
  }

  static boolean isInvocation(Op op) {
    return op.isInvoke() && op.f().equals("add");
  }

  /** How an add ended; info if it never did. */
  static OpType outcome(History history, Op add) {
    return history.completion(add).map(Op::type).orElse(OpType.INFO);
  }

  /** The delta of an add, or what a read returned. */
  static long number(Op op) {
    return (Long) op.value();
  }

  PossibleSums possibleSums() {
    PossibleSums sums = PossibleSums.of(acknowledgedSum);
    for (long delta : unknown) {
      sums = sums.withOrWithout(delta);
    }
    return sums;
  }
}
