package glomers.workbench.cli;

import glomers.workbench.nemesis.Faults;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.Store;
import glomers.workbench.report.UnwritableStoreException;
import glomers.workbench.workload.TestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbench test}: runs a test on processes, in real time. */
@Command(
    name = "test",
    description = {
      "Runs a program as the nodes of a cluster and tests it.",
      "",
      "Ends with status 0 if all is well, 1 if not, 2 if there was too little to tell, 254 if it was"
          + " called wrongly, and 255 if the test could not be finished.",
      ""
    })
final class TestCommand extends Subcommand {
  @Option(
      names = "--bin",
      required = true,
      paramLabel = "FILE",
      description = "The program that runs a node.")
  private Path bin;

  @Mixin private TestArguments arguments;

  @Mixin private FullResults full;

  @Mixin private IgnoredArguments ignored;

  @Option(
      names = "--test-count",
      paramLabel = "NUM",
      description = "How many times to run; the first that is not valid is the last.")
  private int testCount = 1;

  @ArgGroup(exclusive = false)
  private LogArguments logs = new LogArguments();

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Where to keep results. Default: ${DEFAULT-VALUE}.")
  private Path store = Path.of("store");

  /** Options for what is logged and written besides the course of the test. */
  static final class LogArguments {
    @Option(names = "--log-stderr", description = "Log what nodes print on standard error.")
    boolean stderr;

    @Option(names = "--log-net-send", description = "Log messages as they are sent.")
    boolean netSend;

    @Option(names = "--log-net-recv", description = "Log messages as they arrive.")
    boolean netRecv;

    @Option(
        names = "--perfetto",
        description =
            "Write the run's operations, messages and faults to trace.json, too, for Perfetto"
                + " (ui.perfetto.dev). check writes it later.")
    boolean perfetto;
  }

  TestArguments arguments() {
    return arguments;
  }

  private static void requireReal(TestOptions options) {
    List<String> simulated = new ArrayList<>(options.faults().names());
    simulated.retainAll(Faults.ofSimulation());
    if (!simulated.isEmpty()) {
      throw new IllegalArgumentException(
          ("--nemesis %s: the disks and clocks of this machine can't be made to fail; only simulated"
                  + " nodes have such faults, by the command simulate")
              .formatted(String.join(",", simulated)));
    }
  }

  @Override
  public Integer call() throws Exception {
    TestOptions options;
    Path program;
    try {
      arguments.requireNoStrayWords(parsed().originalArgs());
      options = arguments.toOptions();
      requireReal(options);
      program = ProgramFile.executable(bin);
      if (testCount < 1) {
        throw new IllegalArgumentException("--test-count must be positive");
      }
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
    IgnoredArguments.note(parsed()).ifPresent(err()::println);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments.programArguments);
    ProcessRunStore.Task task =
        new ProcessRunStore.Task(options, command, parsed().originalArgs(), logs, full);
    for (int i = 0; i < testCount; i++) {
      ExitStatus verdict;
      try {
        verdict = new ProcessRunStore(new Store(store), task).run();
      } catch (UnwritableStoreException e) {
        throw wrong(e.getMessage(), e);
      }
      if (verdict != ExitStatus.VALID) {
        return verdict.exitStatus();
      }
    }
    return ExitStatus.VALID.exitStatus();
  }
}
