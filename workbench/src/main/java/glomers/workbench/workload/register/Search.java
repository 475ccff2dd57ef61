package glomers.workbench.workload.register;

import glomers.workbench.workload.register.Timetable.End;
import glomers.workbench.workload.register.Timetable.Pending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The search for an order of the operations on one register: depth first over configurations, none
 * of which it visits twice.
 *
 * <p>An operation that changes nothing takes effect as soon as it can, for that takes nothing from
 * the others. All others are tried, one after the other, when the next operation to end has not
 * taken effect: this one first, the optional ones last. A configuration that has used up more
 * optional operations than another one, and is else equal, is not visited.
 */
final class Search {
  private static final int STEPS_PER_LOOK = 1 << 10;

  /** The JVM's overhead for a configuration in the table, in bytes, about. */
  private static final long BYTES_MIN = 150;

  private final Timetable timetable;
  private final List<End> ends;
  private final Deque<Configuration> stack = new ArrayDeque<>();
  private final Map<Configuration, List<Configuration>> seen = new HashMap<>();
  private final long bytesEach;
  private long configurations;
  private int farthest;

  private Search(Timetable timetable) {
    this.timetable = timetable;
    this.ends = timetable.ends();
    this.bytesEach = BYTES_MIN + 8L * timetable.words() + 4L * timetable.kinds().size();
  }

  /** Searches within a budget. */
  static Linearization of(List<RegisterOp> ops, Budget budget) {
    return new Search(new Timetable(ops)).run(budget);
  }

  private Linearization run(Budget budget) {
    int[] none = new int[timetable.kinds().size()];
    visit(new Configuration(0, Transition.NIL, new long[timetable.words()], none));
    for (long steps = 1; !stack.isEmpty(); steps++) {
      Configuration here = stack.pop();
      if (here.event == ends.size()) {
        return new Linearization.Found(here.value);
      }
      expand(here);
      if (steps % STEPS_PER_LOOK == 0) {
        Optional<String> exceeded = budget.exceeded(configurations * bytesEach);
        if (exceeded.isPresent()) {
          return new Linearization.Undecided(exceeded.get());
        }
      }
    }
    return new Linearization.Impossible(ends.get(farthest).ending().op(), values(farthest));
  }

  private Set<Integer> values(int event) {
    Set<Integer> values = new TreeSet<>();
    for (Configuration configuration : seen.keySet()) {
      if (configuration.event == event) {
        values.add(configuration.value);
      }
    }
    return values;
  }

  /** Visits what can come next, the least promising first: the stack turns that around. */
  private void expand(Configuration here) {
    End end = ends.get(here.event);
    List<Transition> kinds = timetable.kinds();
    for (int kind = 0; kind < kinds.size(); kind++) {
      if (here.taken[kind] < end.available()[kind]) {
        int after = kinds.get(kind).apply(here.value);
        if (after != Transition.NONE && after != here.value) {
          int[] taken = here.taken.clone();
          taken[kind]++;
          visit(new Configuration(here.event, after, here.done, taken));
        }
      }
    }
    for (int i = end.pending().size() - 1; i >= 0; i--) {
      Pending pending = end.pending().get(i);
      int after = pending.op().step().apply(here.value);
      if (after != Transition.NONE && !here.isDone(pending.slot())) {
        visit(new Configuration(here.event, after, with(here.done, pending.slot()), here.taken));
      }
    }
  }

  private void visit(Configuration next) {
    Configuration settled = settle(next);
    List<Configuration> equal = seen.computeIfAbsent(settled, key -> new ArrayList<>(1));
    for (Configuration earlier : equal) {
      if (earlier.dominates(settled)) {
        return;
      }
    }
    equal.removeIf(settled::dominates);
    equal.add(settled);
    configurations++;
    farthest = Math.min(Math.max(farthest, settled.event), ends.size() - 1);
    stack.push(settled);
  }

  /** Lets take effect what changes nothing, and passes all ends that are explained. */
  private Configuration settle(Configuration next) {
    int event = next.event;
    long[] done = next.done.clone();
    while (event < ends.size()) {
      End end = ends.get(event);
      for (Pending pending : end.pending()) {
        Transition step = pending.op().step();
        if (step.isPure() && step.apply(next.value) != Transition.NONE) {
          done[pending.slot() >> 6] |= 1L << pending.slot();
        }
      }
      int slot = end.ending().slot();
      if ((done[slot >> 6] >>> slot & 1) == 0) {
        break;
      }
      done[slot >> 6] &= ~(1L << slot);
      event++;
    }
    return new Configuration(event, next.value, done, next.taken);
  }

  private static long[] with(long[] bits, int slot) {
    long[] changed = bits.clone();
    changed[slot >> 6] |= 1L << slot;
    return changed;
  }
}
