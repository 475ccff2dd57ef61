package glomers.workbench.cli;

import glomers.workbench.options.Workloads;
import glomers.workbench.report.Printable;
import glomers.workbench.report.RunLog;
import glomers.workbench.workload.WorkloadType;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the workbench. The exit statuses are Maelstrom's. */
@Command(
    name = "workbench",
    mixinStandardHelpOptions = true,
    version = "workbench 1.0",
    description = "A test bench for distributed systems, compatible with Maelstrom.",
    subcommands = {
      TestCommand.class,
      SimulateCommand.class,
      SummarizeCommand.class,
      FuzzCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      NewCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The exit status of a command with wrong arguments. */
  static final int BAD_ARGUMENTS = 254;

  /** The exit status of a command that failed. */
  static final int BROKEN = 255;

  private Main() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "Which command? There are test, simulate, summarize, fuzz, check, serve and new.");
  }

  public static void main(String[] args) {
    Platform.problem()
        .ifPresent(
            problem -> {
              System.err.println(problem);
              System.exit(BAD_ARGUMENTS);
            });
    System.exit(execute(commandLine(), args));
  }

  /** Runs a command, unless a word begins with a dash that is no hyphen. */
  static int execute(CommandLine commandLine, String... args) {
    Optional<String> problem = Dashes.problem(List.of(args));
    if (problem.isPresent()) {
      commandLine.getErr().println(Printable.of(problem.get()));
      return BAD_ARGUMENTS;
    }
    return commandLine.execute(args);
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    addFormerNames(commandLine);
    commandLine.setOut(new PrintWriter(RunLog.console(), true, StandardCharsets.UTF_8));
    commandLine.setOverwrittenOptionsAllowed(true); // the last one counts, as in Maelstrom
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    Converters.register(commandLine);
    List.of("test", "simulate", "fuzz", "new").forEach(name -> listWorkloads(commandLine, name));
    commandLine.setParameterExceptionHandler(Main::explain);
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          exception.printStackTrace(command.getErr());
          command.getErr().println("The workbench itself has failed; this should not happen.");
          return BROKEN;
        });
    return commandLine;
  }

  /** Names that commands had before: they work, and no help lists them. */
  private static void addFormerNames(CommandLine commandLine) {
    CommandLine soak = new CommandLine(new FuzzCommand());
    soak.getCommandSpec().usageMessage().hidden(true);
    commandLine.addSubcommand("soak", soak);
  }

  private static void listWorkloads(CommandLine commandLine, String command) {
    List<String> lines = new ArrayList<>(List.of("", "Workloads:"));
    for (WorkloadType type : Workloads.all()) {
      lines.add(String.format("  %-18s %s", type.name(), type.summary()));
    }
    commandLine
        .getSubcommands()
        .get(command)
        .getCommandSpec()
        .usageMessage()
        .footer(lines.toArray(String[]::new));
  }

  private static int explain(CommandLine.ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    command.getErr().println(Printable.of(exception.getMessage()));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr())) {
      String name = command.getCommandSpec().qualifiedName();
      command.getErr().println("See " + name + " --help for what it takes.");
    }
    return BAD_ARGUMENTS;
  }
}
