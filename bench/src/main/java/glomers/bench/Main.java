package glomers.bench;

import glomers.bench.process.Subject;
import glomers.bench.report.Goal;
import glomers.bench.report.JsonReport;
import glomers.bench.report.MarkdownReport;
import glomers.bench.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make bench}: measures, and prints a table. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Measures the packaged executables of the workspace in the current folder, beside a"
          + " hello-world program on the same JVM and any peers. Prints a table, and leaves it in"
          + " bench/target/bench.md, and every figure in bench.json. The machine should have"
          + " nothing else to do.",
      ""
    })
public final class Main implements Callable<Integer> {
  private static final String OURS = "ours";
  private static final int MESSAGES_MAX = 1_000_000; // all of them are kept in memory

  private final Path workspace;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "NUM",
      description = "How often each is measured. Default: ${DEFAULT-VALUE}.")
  private int runs = 5;

  @Option(
      names = "--messages",
      paramLabel = "NUM",
      description = "How many echoes are pushed through the pipe. Default: ${DEFAULT-VALUE}.")
  private int messages = 200_000;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Measure only some of: ${COMPLETION-CANDIDATES}.")
  private Set<Section> only = EnumSet.allOf(Section.class);

  @Option(
      names = "--peer",
      paramLabel = "NAME=FILE",
      description =
          "Another echo program, to measure ours against; the goals compare it with one that is"
              + " called go. Can be repeated.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--raft",
      paramLabel = "NAME=FILE",
      description =
          "Another program for the workload lin-kv, to measure raft-8e against in closed-loop:"
              + " Maelstrom's sources have demo/ruby/raft.rb and demo/python/raft.py. Can be"
              + " repeated.")
  private List<String> rafts = new ArrayList<>();

  private Main(Path workspace) {
    this.workspace = workspace;
  }

  public static void main(String[] args) {
    System.exit(commandLine(Path.of("")).execute(args));
  }

  /**
   * The command.
   *
   * @param workspace the folder that it is called in
   */
  static CommandLine commandLine(Path workspace) {
    return new CommandLine(new Main(workspace))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (e, arguments) -> {
              e.getCommandLine().getErr().println(e.getMessage() + "\nSee bench --help.");
              return 254;
            })
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println(e.getMessage());
              return 1;
            });
  }

  @Override
  public Integer call() throws IOException, InterruptedException, RunnerException {
    if (runs < 1) {
      throw bad("--runs must be positive");
    }
    if (messages < 1 || messages > MESSAGES_MAX) {
      throw bad("--messages must be from 1 to " + MESSAGES_MAX);
    }
    List<Subject> others = peers.stream().map(it -> subject("--peer", it)).toList();
    List<Subject> stores = rafts.stream().map(it -> subject("--raft", it)).toList();
    requireDifferentNames(others, stores);
    Path echo = Suite.executable(workspace, "echo");
    if (!Files.isExecutable(echo)) {
      throw bad("there is no " + echo + " here: run make build, and this from the workspace");
    }
    Path folder = Files.createDirectories(workspace.resolve("bench/target/runs"));
    Suite suite =
        new Suite(
            subject(OURS, echo),
            others,
            stores,
            workspace,
            folder,
            text -> spec.commandLine().getErr().println(text));
    Results results = suite.run(only, runs, messages);
    Environment environment = Environment.now(spec.commandLine().getParseResult().originalArgs());
    List<Goal> goals = Goal.on(Runtime.version().feature());
    String table = MarkdownReport.of(environment.sentence(), results, goals);
    Files.writeString(workspace.resolve("bench/target/bench.md"), table);
    Files.writeString(
        workspace.resolve("bench/target/bench.json"),
        JsonReport.of(environment.toMap(), results, goals));
    spec.commandLine().getOut().println(table);
    return 0;
  }

  private void requireDifferentNames(List<Subject> others, List<Subject> stores) {
    Set<String> names = new HashSet<>();
    Stream.concat(others.stream(), stores.stream())
        .filter(subject -> !names.add(subject.name()))
        .findFirst()
        .ifPresent(
            subject -> {
              throw bad("two programs have the name " + subject.name());
            });
  }

  private Subject subject(String option, String value) {
    int equals = value.indexOf('=');
    if (equals < 1) {
      throw bad(option + " " + value + ": give a name and a file, such as go=/path/to/echo");
    }
    Path file = Path.of(value.substring(equals + 1));
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      throw bad(option + " " + value + ": there is no such program that can be run");
    }
    String name = value.substring(0, equals);
    if (name.equals(OURS) || name.equals(Goal.HELLO) || name.equals(Suite.RAFT_8D)) {
      throw bad(option + " " + value + ": the name is taken");
    }
    return subject(name, file);
  }

  private static Subject subject(String name, Path file) {
    return new Subject(name, List.of(file.toAbsolutePath().toString()));
  }

  private CommandLine.ParameterException bad(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
