package glomers.workbench.cli;

import glomers.node.Node;
import glomers.workbench.edn.Edn;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.Printable;
import glomers.workbench.simulation.LoadedServer;
import glomers.workbench.simulation.ServerLoader;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.UnfitServerException;
import glomers.workbench.trace.TraceText;
import glomers.workbench.workload.TestOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbench simulate}: runs a test in virtual time, for many seeds. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Runs a test in virtual time, thousands of times faster than the clock, once for each seed.",
      "",
      "The nodes run in this process: --bin must be a part of this workspace, or be built like one."
          + " Ends with the same status as test.",
      ""
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int SEEDS = 100;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--bin",
      required = true,
      paramLabel = "FILE",
      description = "The part's executable, or its jar.")
  private Path bin;

  @Mixin private TestArguments arguments;

  @Mixin private IgnoredArguments ignored;

  @Option(
      names = "--seeds",
      paramLabel = "NUM",
      description =
          "How many seeds: from that of --seed up, or from 0 up. Default: 1 with --seed, else 100")
  private Integer seeds;

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description =
          "Set an environment variable that the part reads its settings from. Can be repeated.")
  private Map<String, String> variables = Map.of();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write every event of a run with --seed to this file.")
  private Path trace;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write the report of the run with --seed, or of the first seed that fails, as a page.")
  private Path report;

  @Override
  public Integer call() throws Exception {
    LoadedServer server;
    try {
      arguments.requireNoStrayWords(spec.commandLine().getParseResult().originalArgs());
      arguments.toOptions(); // names what is wrong with an option before anything is loaded
      server = load(TestArguments.file(bin), variables);
      if (seeds != null && seeds < 1) {
        throw new IllegalArgumentException("--seeds " + seeds + ": must be at least 1");
      }
      if (trace != null && !isOneRun()) {
        throw new IllegalArgumentException(
            "--trace is for one run: give its --seed, too, and no --seeds");
      }
    } catch (UnfitServerException e) {
      spec.commandLine().getErr().println("--bin " + bin + ": " + e.getMessage());
      return Main.BROKEN;
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    warn(server.warnings());
    ignored.note().ifPresent(spec.commandLine().getErr()::println);
    PrintWriter console = spec.commandLine().getOut();
    ExitStatus verdict = isOneRun() ? runOne(server, console) : sweep(server, console);
    console.println("\n" + verdict.lastLine());
    return verdict.exitStatus();
  }

  private void warn(List<String> warnings) {
    if (!warnings.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "Warning: a seed may not give the same run again, for the server can't be replayed:");
      warnings.forEach(warning -> err.println("  " + warning));
    }
  }

  private boolean isOneRun() {
    return arguments.seed != null && (seeds == null || seeds == 1);
  }

  private static LoadedServer load(Path jar, Map<String, String> variables) {
    try {
      return ServerLoader.load(jar, variables);
    } catch (UnfitServerException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--bin " + e.getMessage(), e);
    }
  }

  private ExitStatus runOne(Function<Node, Object> server, PrintWriter console) throws IOException {
    Simulation<Object> simulation = Simulation.of(server, arguments.builder());
    SimulatedRun run;
    if (trace == null) {
      run = simulation.run();
    } else {
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(trace))) {
        run = simulation.trace(event -> out.println(TraceText.of(event))).run();
      }
    }
    console.println(Edn.pretty(run.toEdn(), Edn.WIDTH));
    ExitStatus verdict = verdict(run);
    if (verdict != ExitStatus.VALID) {
      console.println("\n" + Printable.of(run.describe()));
    }
    writeReport(run, console);
    return verdict;
  }

  private void writeReport(SimulatedRun run, PrintWriter console) throws IOException {
    if (report != null) {
      String given =
          String.join(" ", spec.commandLine().getParent().getParseResult().originalArgs());
      run.writeReport(report, "workbench " + given, replay(run.options().seed()));
      console.println("\nSee it at " + report.toAbsolutePath().toUri());
    }
  }

  private ExitStatus sweep(Function<Node, Object> server, PrintWriter console)
      throws InterruptedException, IOException {
    TestOptions options = arguments.toOptions();
    SeedSweep sweep =
        new SeedSweep(
            seed -> Simulation.of(server, options.toBuilder().seed(seed)).run(),
            console,
            Terminal.isStandardOutput());
    long from = arguments.seed == null ? 0 : arguments.seed;
    SeedSweep.Summary summary = sweep.run(from, from + (seeds == null ? SEEDS : seeds));
    console.println(summary.describe());
    if (summary.firstBad().isEmpty()) {
      return ExitStatus.VALID;
    }
    SimulatedRun bad = summary.firstBad().get();
    console.println("\n" + Printable.of(bad.describe()));
    console.println("Run it again by:\n    " + replay(bad.options().seed()));
    writeReport(bad, console);
    return verdict(bad);
  }

  private String replay(long seed) {
    List<String> words = new ArrayList<>(ShellCommand.self());
    List<String> given = spec.commandLine().getParent().getParseResult().originalArgs();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).matches("--seeds?")) {
        i++; // and its number
      } else if (!given.get(i).matches("--seeds?=.*")) {
        words.add(given.get(i));
      }
    }
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    words.addAll(end, List.of("--seed", Long.toString(seed)));
    return ShellCommand.of(words);
  }

  private static ExitStatus verdict(SimulatedRun run) {
    return run.result().map(result -> ExitStatus.of(result.validity())).orElse(ExitStatus.CRASHED);
  }
}
