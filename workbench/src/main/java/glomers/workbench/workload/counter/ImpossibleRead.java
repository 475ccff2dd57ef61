package glomers.workbench.workload.counter;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.List;

/**
 * A read, before the end, of a sum that no choice of the adds begun before it ended gives.
 *
 * @param negativeSum the sum of those adds whose delta is negative: the least possible value
 * @param positiveSum the sum of those whose delta is positive: the greatest one
 */
record ImpossibleRead(Op read, long negativeSum, long positiveSum) {
  static List<ImpossibleRead> in(History history) {
    List<ImpossibleRead> found = new ArrayList<>();
    long negativeSum = 0;
    long positiveSum = 0;
    for (Op op : history.clientOps().filter(each -> !each.isFinal()).toList()) {
      if (Adds.isInvocation(op) && Adds.outcome(history, op) != OpType.FAIL) {
        negativeSum += Math.min(0, Adds.number(op));
        positiveSum += Math.max(0, Adds.number(op));
      } else if (op.isOk() && op.f().equals("read")) {
        long value = Adds.number(op);
        if (value < negativeSum || value > positiveSum) {
          found.add(new ImpossibleRead(op, negativeSum, positiveSum));
        }
      }
    }
    return found;
  }
}
