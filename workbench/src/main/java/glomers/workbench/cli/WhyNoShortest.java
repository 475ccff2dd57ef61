package glomers.workbench.cli;

import glomers.workbench.report.screen.Screen.NoShortest;
import glomers.workbench.simulation.loader.ServerLoader;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Why an invalid run has no shortest run, and the command that looks for one. */
final class WhyNoShortest {
  private static final String SIMULATED =
      "There is no shorter form of this run in its folder: none was found when it was run, or none"
          + " was looked for.";
  private static final String REAL =
      "There is no shortest run: processes do not do the same again, so that nothing can be left"
          + " out and tried.";
  private static final int SEEDS = 20;
  private static final String[] OF_REAL_RUNS = {
    "--seed", "--test-count", "--log-stderr", "--log-net-send", "--log-net-recv", "--perfetto"
  };

  private WhyNoShortest() {}

  /**
   * The reason, for a run in the store.
   *
   * @param arguments what the workbench was called with: {@code test} or {@code simulate}, and its
   *     options
   */
  static NoShortest of(List<String> arguments) {
    if (arguments.get(0).equals("simulate")) {
      return new NoShortest(SIMULATED, List.of());
    }
    List<String> simulate = simulation(arguments);
    return isPossible(simulate)
        ? new NoShortest(REAL + " A simulation can do that:", ShellCommand.of(simulate))
        : new NoShortest(REAL, List.of());
  }

  /** The same test in virtual time: another seed may be the one that fails there. */
  private static List<String> simulation(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("simulate"));
    words.addAll(CommandWords.of(arguments).without(OF_REAL_RUNS).options());
    words.addAll(List.of("--no-swarm", "--seeds", Integer.toString(SEEDS)));
    return words;
  }

  /** Whether the program is one of ours, and these are options of a simulation. */
  private static boolean isPossible(List<String> simulate) {
    SimulateCommand command = new SimulateCommand();
    try {
      new CommandLine(command)
          .setOverwrittenOptionsAllowed(true)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(simulate.subList(1, simulate.size()).toArray(String[]::new));
      ServerLoader.load(command.program());
      return true;
    } catch (CommandLine.ParameterException | IllegalArgumentException | LinkageError e) {
      return false;
    }
  }
}
