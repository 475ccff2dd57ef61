package glomers.workbench.cli;

import glomers.workbench.checker.Sentences;
import glomers.workbench.fuzz.Fuzzer;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.workload.TestOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbench fuzz}: gives a node hostile lines by the million. */
@Command(
    name = "fuzz",
    description = {
      "Gives the first node hostile lines: malformed, of a wrong form, and (in a second run) in due"
          + " form with absurd values. It must not end, stall, fill memory or log without bound, and"
          + " must be right in a short test behind them, which goes on until each function was ok,"
          + " for 20 s at most.",
      "",
      "Takes the options of test, but runs at most 3 nodes, without faults. Ends with status 0 if all"
          + " is well, 1 if a limit was exceeded or a node is wrong, 255 if one ended or stalled.",
      ""
    })
final class FuzzCommand extends Subcommand {
  private static final int NODES_MAX = 3;
  private static final int ABSURD_MAX = 20_000;

  /** Most tests are over in 2 s; on a busy machine nodes may elect a leader again and again. */
  private static final Duration TEST_MAX = Duration.ofSeconds(20);

  /** Longer than the slowest of the parts takes to tell all nodes of something: g-counter, 6 s. */
  private static final Duration RECOVERY = Duration.ofSeconds(8);

  @Option(
      names = "--bin",
      required = true,
      paramLabel = "FILE",
      description = "The program that runs a node.")
  private Path bin;

  @Mixin private TestArguments arguments;

  @Option(
      names = "--lines",
      paramLabel = "NUM",
      description = "How many lines, over both runs. Default: ${DEFAULT-VALUE}")
  private long lines = 20_000;

  @Option(
      names = "--stall-limit",
      paramLabel = "SECONDS",
      description = "The longest that a node may take to answer. Default: ${DEFAULT-VALUE}")
  private double stallSeconds = 1;

  @Option(
      names = "--memory-limit",
      paramLabel = "MB",
      description = "The most memory that a node's process may have. Default: ${DEFAULT-VALUE}")
  private long megabytes = 300;

  @Override
  public Integer call() throws Exception {
    Fuzzer refused;
    Fuzzer absurd;
    try {
      arguments.requireNoStrayWords(parsed().originalArgs());
      int nodes = Math.min(NODES_MAX, arguments.toOptions().nodes().size());
      OptionsBuilder test =
          arguments.builder().nodeCount(nodes).nemesis(List.of()).timeLimit(TEST_MAX);
      refused = fuzz(test.recovery(RECOVERY).build());
      absurd = fuzz(test.recovery(Duration.ZERO).build()); // its final reads are not judged
      if (lines < 2) {
        throw new IllegalArgumentException("--lines " + lines + ": must be at least 2");
      }
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
    PrintWriter out = out();
    out.println("Seed " + refused.seed());
    ExitStatus verdict = tell("refused", refused.refused(lines / 2));
    if (verdict != ExitStatus.CRASHED) {
      ExitStatus second =
          tell("absurd", absurd.absurd(lines - lines / 2, Math.min(ABSURD_MAX, lines / 4)));
      verdict = second == ExitStatus.VALID ? verdict : second;
    }
    out.println("\n" + verdict.lastLine());
    return verdict.exitStatus();
  }

  private Fuzzer fuzz(TestOptions options) {
    return new Fuzzer(
        options,
        ProgramFile.executable(bin),
        arguments.programArguments,
        new Fuzzer.Limits((long) (stallSeconds * 1e9), megabytes));
  }

  private ExitStatus tell(String name, Fuzzer.Outcome outcome) {
    PrintWriter out = out();
    out.println(
        Sentences.format(
            "%-8s %,12d lines, slowest answer %,6.0f ms, %,4d MB of memory, %,8d bytes of log",
            name,
            outcome.lines(),
            outcome.slowestMillis(),
            outcome.megabytes(),
            outcome.logBytes()));
    outcome.problems().forEach(problem -> out.println("\n" + problem));
    if (outcome.failure().isPresent()) {
      out.println("\n" + outcome.failure().get().describe());
      return ExitStatus.CRASHED;
    }
    return outcome.problems().isEmpty() ? ExitStatus.VALID : ExitStatus.INVALID;
  }
}
