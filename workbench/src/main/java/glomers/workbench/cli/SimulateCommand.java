package glomers.workbench.cli;

import glomers.node.Node;
import glomers.workbench.edn.Edn;
import glomers.workbench.report.Verdict;
import glomers.workbench.run.TestOptions;
import glomers.workbench.simulation.ServerLoader;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbench simulate}: runs a test in virtual time, for many seeds. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Runs a test in virtual time, thousands of times faster than the clock, once for each seed.",
      "",
      "The nodes run in this process: --bin must be a part of this workspace, or be built like one."
          + " Ends with the same status as test.",
      ""
    })
final class SimulateCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--bin",
      required = true,
      paramLabel = "FILE",
      description = "The part's executable, or its jar.")
  private Path bin;

  @Mixin private TestArguments arguments;

  @Option(
      names = "--seeds",
      paramLabel = "NUM",
      description = "How many seeds, from 0 up, if --seed is not given. Default: ${DEFAULT-VALUE}.")
  private int seeds = 100;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Write every event of a run with --seed to this file.")
  private Path journal;

  @Override
  public Integer call() throws Exception {
    TestOptions options;
    Consumer<Node> server;
    try {
      options = arguments.toOptions();
      server = load(TestArguments.file(bin));
      if (seeds < 1) {
        throw new IllegalArgumentException("--seeds must be positive");
      }
      if (journal != null && arguments.seed == null) {
        throw new IllegalArgumentException("--journal is for one run: give its --seed, too");
      }
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    PrintWriter console = spec.commandLine().getOut();
    Verdict verdict =
        arguments.seed == null ? sweep(server, options, console) : runOne(server, options, console);
    console.println("\n" + verdict.lastLine());
    return verdict.exitStatus();
  }

  private static Consumer<Node> load(Path jar) {
    try {
      return ServerLoader.load(jar);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--bin " + e.getMessage(), e);
    }
  }

  private Verdict runOne(Consumer<Node> server, TestOptions options, PrintWriter console)
      throws IOException {
    Simulation simulation = Simulation.of(server, options).seed(arguments.seed);
    SimulatedRun run;
    if (journal == null) {
      run = simulation.run();
    } else {
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(journal))) {
        run = simulation.journal(out::println).run();
      }
    }
    console.println(Edn.pretty(run.toEdn(), Edn.WIDTH));
    Verdict verdict = verdict(run);
    if (verdict != Verdict.VALID) {
      console.println("\n" + run.describe());
    }
    return verdict;
  }

  private Verdict sweep(Consumer<Node> server, TestOptions options, PrintWriter console)
      throws InterruptedException {
    SeedSweep sweep =
        new SeedSweep(
            seed -> Simulation.of(server, options).seed(seed).run(),
            console,
            Terminal.isStandardOutput());
    SeedSweep.Summary summary = sweep.run(LongStream.range(0, seeds).boxed().toList());
    console.println(summary.describe());
    if (summary.firstBad().isEmpty()) {
      return Verdict.VALID;
    }
    SimulatedRun bad = summary.firstBad().get();
    console.println("\n" + bad.describe());
    console.println("Run it again by:\n    " + replay(bad.options().seed()));
    return verdict(bad);
  }

  private String replay(long seed) {
    List<String> words = new ArrayList<>(List.of("workbench/target/workbench"));
    List<String> given = spec.commandLine().getParent().getParseResult().originalArgs();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).equals("--seeds")) {
        i++; // and its number
      } else if (!given.get(i).startsWith("--seeds=")) {
        words.add(given.get(i).contains(" ") ? "'" + given.get(i) + "'" : given.get(i));
      }
    }
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    words.addAll(end, List.of("--seed", Long.toString(seed)));
    return String.join(" ", words);
  }

  private static Verdict verdict(SimulatedRun run) {
    return run.result().map(result -> Verdict.of(result.validity())).orElse(Verdict.CRASHED);
  }
}
