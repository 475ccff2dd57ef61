package glomers.workbench.simulation.property;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which conditions the runs of a sweep have met: each must be met in one of them at least, for
 * otherwise the sweep tests less than it says.
 */
public final class SometimesConditions {
  private static final ThreadLocal<SometimesConditions> CURRENT = new ThreadLocal<>();

  private final Map<String, Boolean> met = new LinkedHashMap<>();

  /** A test that runs simulations. */
  @FunctionalInterface
  public interface Task {
    void run() throws Throwable;
  }

  /** Runs a test of the sweep; its runs report here what they have met. */
  public void collect(Task test) throws Throwable {
    CURRENT.set(this);
    try {
      test.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** Tells the sweep that this thread belongs to, if there is one, what a run has met. */
  public static void report(Map<String, Boolean> metInRun) {
    SometimesConditions sweep = CURRENT.get();
    if (sweep != null) {
      sweep.add(metInRun);
    }
  }

  private synchronized void add(Map<String, Boolean> metInRun) {
    metInRun.forEach((name, isMet) -> met.merge(name, isMet, Boolean::logicalOr));
  }

  /** The names of those that no run has met. */
  public synchronized List<String> unmet() {
    return met.entrySet().stream()
        .filter(condition -> !condition.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
