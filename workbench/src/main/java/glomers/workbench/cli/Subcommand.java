package glomers.workbench.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** A command of the workbench; its call returns the exit status. */
@Command(mixinStandardHelpOptions = true, usageHelpAutoWidth = true)
abstract class Subcommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** How it was called. */
  final ParseResult parsed() {
    return commandLine().getParseResult();
  }

  final CommandLine commandLine() {
    return spec.commandLine();
  }

  final PrintWriter out() {
    return commandLine().getOut();
  }

  final PrintWriter err() {
    return commandLine().getErr();
  }

  /** What is to be thrown if an argument is wrong: the command was called wrongly then. */
  final ParameterException wrong(String problem, Exception cause) {
    return new ParameterException(commandLine(), problem, cause);
  }
}
