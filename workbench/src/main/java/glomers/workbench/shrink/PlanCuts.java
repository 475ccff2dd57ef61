package glomers.workbench.shrink;

import glomers.workbench.plan.Plan;
import glomers.workbench.plan.Step;
import glomers.workbench.plan.Step.Invoke;
import glomers.workbench.workload.Divisible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * The ways to make a plan shorter.
 *
 * @param fails whether a plan still fails
 */
record PlanCuts(Predicate<Plan> fails) {
  /** The pauses between steps that are tried in place of longer ones, in milliseconds. */
  private static final long[] PAUSES = {0, 1, 10, 100, 1_000};

  /** Lengths of which something in a server may be a multiple, in milliseconds. */
  private static final long[] PERIODS = {100, 250, 500, 1_000, 2_000, 5_000, 10_000};

  /** Leaves out operations and faults. */
  Plan fewerUnits(Plan plan) {
    List<List<Step>> units =
        fewer(plan.units(), left -> fails.test(plan.with(flat(left))), plan.units().isEmpty());
    return plan.with(flat(units));
  }

  private static List<Step> flat(List<List<Step>> units) {
    return units.stream().flatMap(List::stream).toList();
  }

  /**
   * Leaves out elements, many at a time at first.
   *
   * @param isEnough whether what is left of the list will do
   * @param isDone whether there is nothing to leave out
   */
  private static <T> List<T> fewer(List<T> all, Predicate<List<T>> isEnough, boolean isDone) {
    if (isDone) {
      return all;
    }
    List<T> now = all;
    int size = Math.max(1, now.size() / 2);
    while (true) {
      boolean changed = false;
      for (int from = 0; from < now.size(); ) {
        List<T> left = new ArrayList<>(now);
        left.subList(from, Math.min(from + size, left.size())).clear();
        if (isEnough.test(left)) {
          now = left;
          changed = true;
        } else {
          from += size;
        }
      }
      if (size == 1 && !changed) {
        return now;
      }
      size = Math.max(1, size / 2);
    }
  }

  /** Leaves out nodes. */
  Plan fewerNodes(Plan plan) {
    Plan now = plan;
    for (String node : plan.nodes()) {
      if (now.nodes().size() > 1) {
        Plan fewer = now.without(node);
        now = fails.test(fewer) ? fewer : now;
      }
    }
    return now;
  }

  /** Leaves out keys of an assign, and reads and writes of a transaction. */
  Plan shorterValues(Plan plan) {
    Plan now = plan;
    for (int i = 0; i < now.steps().size(); i++) {
      if (now.steps().get(i) instanceof Invoke invoke
          && invoke.value() instanceof Divisible<?> value) {
        now = shorterValue(now, i, value);
      }
    }
    return now;
  }

  private <P> Plan shorterValue(Plan plan, int index, Divisible<P> value) {
    Function<List<P>, Plan> with =
        parts -> {
          List<Step> steps = new ArrayList<>(plan.steps());
          Invoke invoke = (Invoke) steps.get(index);
          steps.set(
              index, new Invoke(invoke.millis(), invoke.worker(), invoke.f(), value.with(parts)));
          return plan.with(steps);
        };
    List<P> all = value.parts();
    List<P> left =
        fewer(all, some -> !some.isEmpty() && fails.test(with.apply(some)), all.size() < 2);
    return left.size() < all.size() ? with.apply(left) : plan;
  }

  /** Lets steps follow each other sooner. */
  Plan shorterPauses(Plan plan) {
    Plan now = plan;
    for (int i = 0; i < now.steps().size(); i++) {
      long before = i == 0 ? 0 : now.steps().get(i - 1).millis();
      long pause = now.steps().get(i).millis() - before;
      for (long shorter : shorterThan(pause)) {
        Plan sooner = sooner(now, i, pause - shorter);
        if (fails.test(sooner)) {
          now = sooner;
          break;
        }
      }
    }
    return now;
  }

  /** Some round pauses, and those that leave the same rest when divided by a period. */
  private static long[] shorterThan(long pause) {
    LongStream rests = LongStream.of(PERIODS).map(period -> pause % period);
    LongStream more = LongStream.of(PERIODS).map(period -> pause % period + period);
    return LongStream.concat(LongStream.of(PAUSES), LongStream.concat(rests, more))
        .filter(other -> other < pause)
        .sorted()
        .distinct()
        .toArray();
  }

  /** All steps from one on come sooner. */
  private static Plan sooner(Plan plan, int from, long byMillis) {
    List<Step> steps = new ArrayList<>(plan.steps());
    for (int i = from; i < steps.size(); i++) {
      steps.set(i, steps.get(i).at(steps.get(i).millis() - byMillis));
    }
    return plan.with(steps);
  }
}
