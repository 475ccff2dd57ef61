package glomers.workbench.cli;

import glomers.workbench.checker.Sentences;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.Printable;
import glomers.workbench.report.RunFolder;
import glomers.workbench.report.ShellWords;
import glomers.workbench.report.Store;
import glomers.workbench.report.StoreWriter;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.guard.UnfitServerException;
import glomers.workbench.simulation.loader.LoadedServer;
import glomers.workbench.simulation.loader.ServerLoader;
import glomers.workbench.sweep.LineFile;
import glomers.workbench.sweep.SeedResult;
import glomers.workbench.sweep.SweepSummary;
import glomers.workbench.trace.TraceText;
import glomers.workbench.workload.TestOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbench simulate}: runs a test in virtual time, for many seeds. */
@Command(
    name = "simulate",
    description = {
      "Runs a test in virtual time, thousands of times faster than the clock, once for each seed.",
      "",
      "The nodes run in this process: --bin must be a part of this workspace, or be built like one."
          + " They run on the workbench's own node library, not on a copy in the part's jar. Ends with the same status as test.",
      ""
    })
final class SimulateCommand extends Subcommand {
  private static final int SEEDS = 100;

  /** Some hours; the figures of so many seeds are kept in memory. */
  private static final int SEEDS_MAX = 1_000_000;

  @Option(
      names = "--bin",
      required = true,
      paramLabel = "FILE",
      description = "The part's executable, or its jar.")
  private Path bin;

  @Mixin private TestArguments arguments;

  @Mixin private SwarmArguments swarm;

  @Mixin private FullResults full;

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
      names = {"--trace", "--journal"},
      paramLabel = "FILE",
      description = "Write every event of a run with --seed to this file.")
  private Path trace;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Where to keep the run with --seed, or the first seed that fails. Default: ${DEFAULT-VALUE}.")
  private Path store = Path.of("store");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report of that run to this file, too.")
  private Path report;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description =
          "Write a line of JSON for each seed to this file, for summarize to put together with those"
              + " of other machines.")
  private Path results;

  @Option(
      names = "--no-shrink",
      description = "Do not look for the shortest run that fails as the first failing seed does.")
  private boolean noShrink;

  /** The file of --trace or --results; null if there is none. */
  private LineFile lines;

  /** The files that could not be written, in a line each. */
  private final List<String> lost = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    LoadedServer server;
    try {
      arguments.requireNoStrayWords(parsed().originalArgs());
      swarm.settings(arguments.toOptions(), true); // names what is wrong before anything is loaded
      requireSeeds();
      server = load(program(), variables);
      lines = lines();
    } catch (UnfitServerException e) {
      return refuse(e);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
    warn(server.warnings());
    IgnoredArguments.note(parsed()).ifPresent(err()::println);
    PrintWriter console = out();
    ExitStatus verdict;
    try {
      verdict = isOneRun() ? runOne(server, console) : sweep(server, console);
    } catch (UnfitServerException e) { // its static state has changed
      return refuse(e);
    }
    if (lines != null) {
      lines.finish().ifPresent(lost::add);
    }
    lost.forEach(err()::println);
    return lost.isEmpty() ? verdict.exitStatus() : Main.BROKEN;
  }

  private int refuse(UnfitServerException e) {
    err().println("--bin " + bin + ": " + e.getMessage());
    return Main.BROKEN;
  }

  private void requireSeeds() {
    require(seeds == null || seeds >= 1, "--seeds " + seeds + ": must be at least 1");
    require(
        seeds == null || seeds <= SEEDS_MAX,
        Sentences.format(
            "--seeds %d: must be at most %,d; divide a longer sweep by --seed and --results, and put"
                + " it together by summarize",
            seeds, SEEDS_MAX));
    require(
        from() <= Long.MAX_VALUE - count(),
        "--seed " + from() + ": there are no " + count() + " seeds from there up");
    require(
        trace == null || isOneRun(),
        "--trace is for one run: give its --seed, too, and no --seeds or --results");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private LineFile lines() {
    if (trace != null) {
      return LineFile.create("--trace", trace);
    }
    return results == null ? null : LineFile.create("--results", results);
  }

  private void warn(List<String> warnings) {
    if (!warnings.isEmpty()) {
      PrintWriter err = err();
      err.println(
          "Warning: a seed may not give the same run again, for the server can't be replayed:");
      warnings.forEach(warning -> err.println("  " + warning));
    }
  }

  private boolean isOneRun() {
    return arguments.seed != null && (seeds == null || seeds == 1) && results == null;
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

  private ExitStatus runOne(LoadedServer server, PrintWriter console) {
    TestOptions options = swarm.settings(arguments.toOptions(), false);
    Simulation<Object> simulation = Simulation.of(server, OptionsBuilder.of(options));
    if (lines != null) {
      simulation.trace(event -> lines.add(TraceText.of(event)));
    }
    SimulatedRun run = simulation.run();
    console.println(Printable.of(full.text(run.toEdn())));
    Screen screen = keep(server, run, console);
    console.println("\n" + screen.text());
    return screen.verdict();
  }

  /** Keeps a run in the store, and what is to be shown of it. */
  private Screen keep(LoadedServer server, SimulatedRun run, PrintWriter console) {
    List<String> own = own(run.options().seed());
    List<String> again = ShellCommand.of(own);
    StoreWriter writer = new StoreWriter();
    Screen screen;
    try {
      SimulatedRunStore stored =
          SimulatedRunStore.begin(new Store(store), run, own, ShellWords.join(again), writer);
      screen = stored.write(!noShrink, new SearchProgress(console, Terminal.isStandardOutput()));
      copyReport(stored.folder());
    } catch (IOException e) {
      screen = run.screen();
      writer.lose("the run, in --store " + store, e);
    }
    Screen told = server.note().map(screen::note).orElse(screen);
    return writer.problem().map(told::note).orElse(told).again(again);
  }

  private void copyReport(RunFolder folder) {
    if (report == null) {
      return;
    }
    try {
      Files.copy(folder.report(), report, StandardCopyOption.REPLACE_EXISTING);
      if (Files.exists(folder.shortestReport())) {
        String name = report.getFileName().toString().replaceFirst("(\\.html)?$", "-shortest.html");
        Files.copy(
            folder.shortestReport(),
            report.resolveSibling(name),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      lost.add("--report " + report + ": can't be written: " + StoreWriter.reason(e));
    }
  }

  private ExitStatus sweep(LoadedServer server, PrintWriter console) throws InterruptedException {
    TestOptions options = arguments.toOptions();
    boolean terminal = Terminal.isStandardOutput();
    SeedSweep sweep =
        new SeedSweep(
            seed -> Simulation.of(server, OptionsBuilder.of(settings(options, seed))).run(),
            this::replay,
            this::write,
            // Output that is kept is the summary, and equals that of a sweep that was divided.
            terminal ? console : err(),
            terminal);
    SweepSummary summary = sweep.run(from(), from() + count());
    console.println(
        sweep.firstBad().isPresent()
            ? SeedSweep.text(summary, keep(server, sweep.firstBad().get(), console))
            : summary.describe());
    return summary.verdict();
  }

  private TestOptions settings(TestOptions base, long seed) {
    return swarm.settings(OptionsBuilder.of(base).seed(seed).build(), true);
  }

  private void write(SeedResult result) {
    if (lines != null) {
      lines.add(result.toLine());
      lines.flush(); // what ends this machine must not take the results of hours along
    }
  }

  private long from() {
    return arguments.seed == null ? 0 : arguments.seed;
  }

  private int count() {
    int standard = arguments.seed == null ? SEEDS : 1;
    return seeds == null ? standard : seeds;
  }

  /** The command that runs a seed again. */
  private String replay(long seed) {
    return ShellWords.join(ShellCommand.of(own(seed)));
  }

  /** The arguments of one seed's run. */
  private List<String> own(long seed) {
    CommandWords words =
        CommandWords.of(commandLine().getParent().getParseResult().originalArgs())
            .without("--seed", "--seeds", "--results", "--swarm");
    if (swarm.isOn(!isOneRun())) {
      words = words.with("--swarm");
    }
    return words.with("--seed", Long.toString(seed)).all();
  }

  /** The part's executable, or its jar. */
  Path program() {
    return ProgramFile.of(bin);
  }

  /** The options of the one run with this seed. */
  TestOptions settings(long seed) {
    return swarm.settings(arguments.builder().seed(seed).build(), false);
  }
}
