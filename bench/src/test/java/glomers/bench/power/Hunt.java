package glomers.bench.power;

import glomers.node.Node;
import glomers.workbench.cli.StoredArguments;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.workload.TestOptions;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.Function;

/**
 * Runs seed after seed of a server until one fails. A mutant of the node library is hunted in a
 * class loader of its own, so that only types of the JDK pass in and out.
 */
public final class Hunt {
  private Hunt() {}

  /**
   * Hunts the seeds from one to another.
   *
   * @param server the name of the class
   * @param limit the bound that the server is given; 0 for its own
   * @param arguments of {@code simulate}; those of the seeds in turn
   * @param from the first seed
   * @param to the seed after the last
   * @param cpuSecondsMax after so much CPU time no further seed is run
   * @return the seed that failed or -1, how many were run, the CPU seconds, and what was wrong
   */
  public static List<String> hunt(
      String server,
      int limit,
      List<List<String>> arguments,
      int from,
      int to,
      double cpuSecondsMax)
      throws ReflectiveOperationException {
    Function<Node, Object> factory = factory(server, limit);
    long begin = cpuNanos();
    for (int seed = from; seed < to; seed++) {
      TestOptions options = StoredArguments.options(arguments.get(seed % arguments.size()), seed);
      SimulatedRun run = Simulation.of(factory, OptionsBuilder.of(options)).run();
      if (!run.isValid()) {
        return found(seed, seed + 1, begin, run.problem().lines().findFirst().orElse(""));
      }
      if (cpuNanos() - begin > cpuSecondsMax * 1e9) {
        return found(-1, seed + 1, begin, "");
      }
    }
    return found(-1, to, begin, "");
  }

  private static List<String> found(int seed, int run, long begin, String problem) {
    return List.of("" + seed, "" + run, "" + (cpuNanos() - begin) / 1e9, problem);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Function<Node, Object> factory(String server, int limit)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(server, true, Thread.currentThread().getContextClassLoader());
    Constructor<?> constructor =
        limit == 0
            ? type.getDeclaredConstructor(Node.class)
            : type.getDeclaredConstructor(Node.class, int.class);
    constructor.setAccessible(true);
    return node -> {
      try {
        return limit == 0 ? constructor.newInstance(node) : constructor.newInstance(node, limit);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the server can't be constructed", e);
      }
    };
  }
}
