package glomers.workbench.workload.txn;

import glomers.workbench.checker.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a cycle what can't be, for a reader who knows nothing of graphs: what a transaction
 * missed though it must have seen it, or that neither of two can have come first.
 *
 * @param reasons why the first comes before the second, the second before the third, and so on, and
 *     the last before the first
 * @param names what the transactions are called, in this order
 */
record CycleSentence(List<Dependency.Reason> reasons, List<String> names) {
  String text() {
    if (kind(0) == DependencyKind.RW && missed() == 1) {
      return reasons.size() == 2 && kind(1) == DependencyKind.WR ? half() : stale();
    }
    List<String> steps = steps(0);
    if (reasons.size() > 2) {
      return String.join("; ", steps) + ". " + noOrder();
    }
    if (isOrder(0)) {
      return steps.get(1) + ", though " + steps.get(0) + ".";
    }
    String both = steps.get(0) + ", and " + steps.get(1) + ". ";
    if (missed() == 2) {
      return Sentences.format(
          "%s and %s each missed what the other wrote: %sWhichever of them came first, the other must"
              + " have seen its write.",
          name(0), name(1), both);
    }
    return both() + both + "So neither of them can have come first.";
  }

  private String both() {
    if (kind(0) != kind(1)) {
      return "";
    }
    String did = kind(0) == DependencyKind.WW ? "overwrote" : "saw";
    return Sentences.format("%s and %s each %s the other: ", name(0), name(1), did);
  }

  private boolean isOrder(int step) {
    return kind(step) == DependencyKind.PROCESS || kind(step) == DependencyKind.REALTIME;
  }

  /** A read of some of what another transaction wrote, without the rest. */
  private String half() {
    return Sentences.format(
        "%s saw only half of %s: %s, but %s.", name(0), name(1), steps(0).get(1), steps(0).get(0));
  }

  /** A read of what was overwritten before, and why before. */
  private String stale() {
    return Sentences.format(
        "%s, though that must have come before %s: %s.",
        steps(0).get(0), name(0), String.join(", and ", steps(1)));
  }

  private String noOrder() {
    List<String> order = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      order.add(name(i) + (i == 0 ? " must have come before " : " before ") + name(i + 1));
    }
    return "So " + String.join(", ", order) + ": no order allows that.";
  }

  private DependencyKind kind(int step) {
    return reasons.get(step).kind();
  }

  private long missed() {
    return reasons.stream().filter(reason -> reason.kind() == DependencyKind.RW).count();
  }

  private List<String> steps(int from) {
    List<String> steps = new ArrayList<>();
    for (int i = from; i < reasons.size(); i++) {
      steps.add(Proofs.step(reasons.get(i), name(i), name(i + 1)));
    }
    return steps;
  }

  private String name(int place) {
    return names.get(place % names.size());
  }
}
