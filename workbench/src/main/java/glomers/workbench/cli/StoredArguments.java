package glomers.workbench.cli;

import glomers.workbench.workload.TestOptions;
import java.util.List;
import picocli.CommandLine;

/** The arguments that a stored run was made with. */
public final class StoredArguments {
  private StoredArguments() {}

  /**
   * The options of a test that was run before.
   *
   * @param arguments what the workbench was called with then: {@code test} or {@code simulate}, and
   *     its options
   * @param seed that it took
   * @throws IllegalArgumentException if they are not, or no longer, allowed; the message says why
   */
  public static TestOptions options(List<String> arguments, long seed) {
    boolean simulated = !arguments.isEmpty() && arguments.get(0).equals("simulate");
    SimulateCommand simulate = new SimulateCommand();
    TestCommand test = new TestCommand();
    List<String> own = arguments.subList(arguments.isEmpty() ? 0 : 1, arguments.size());
    try {
      new CommandLine(simulated ? simulate : test)
          .setOverwrittenOptionsAllowed(true)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(own.toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return simulated ? simulate.settings(seed) : test.arguments().builder().seed(seed).build();
  }
}
