package glomers.workbench.workload;

import java.util.Optional;
import java.util.function.Function;

/**
 * A workload, as the command line knows it.
 *
 * @param name by which options ask for it
 * @param summary what is tested, in one line
 * @param concurrency how many workers there are if nobody says, such as {@code 1n}, and which
 *     numbers are allowed
 * @param hasWrites whether operations are reads and writes, so that options can say how many are
 *     which
 * @param factory makes the workload of one run
 */
public record WorkloadType(
    String name,
    String summary,
    ConcurrencyRule concurrency,
    boolean hasWrites,
    Function<TestOptions, Workload> factory) {
  /** A workload of reads and writes for any number of workers, by default one per node. */
  public WorkloadType(String name, String summary, Function<TestOptions, Workload> factory) {
    this(name, summary, ConcurrencyRule.ANY, true, factory);
  }

  /** A workload of one kind of operation, for any number of workers, by default one per node. */
  public static WorkloadType ofOneKind(
      String name, String summary, Function<TestOptions, Workload> factory) {
    return new WorkloadType(name, summary, ConcurrencyRule.ANY, false, factory);
  }

  /**
   * The numbers of workers that a workload allows.
   *
   * @param defaultSpec the default, such as {@code 1n}: one per node
   * @param check what is wrong with a number of workers; empty if nothing is
   */
  public record ConcurrencyRule(String defaultSpec, Check check) {
    /** Any number, by default one per node. */
    public static final ConcurrencyRule ANY =
        new ConcurrencyRule("1n", (nodes, workers) -> Optional.empty());

    /** Looks at a number of workers. */
    @FunctionalInterface
    public interface Check {
      /** A description of the problem, with numbers that are allowed; empty if there is none. */
      Optional<String> problem(int nodes, int workers);
    }
  }
}
