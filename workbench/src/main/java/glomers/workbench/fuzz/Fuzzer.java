package glomers.workbench.fuzz;

import glomers.log.SilentLogger;
import glomers.workbench.checker.Findings;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Sentences;
import glomers.workbench.checker.Validity;
import glomers.workbench.checker.general.StatsChecker;
import glomers.workbench.cluster.ProcessCluster;
import glomers.workbench.history.History;
import glomers.workbench.options.Workloads;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestFailure;
import glomers.workbench.run.TestRun;
import glomers.workbench.run.World;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.RealTimeScheduler;
import glomers.workbench.time.Scheduler;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Gives a node hostile lines, and then tests the cluster as ever. Lines that a node has to refuse
 * must leave it as it was: the test must be valid. Messages in due form but with absurd values may
 * well change what is right; after them every function must still be served.
 *
 * <p>The test is over as soon as each function was ok, but for a shortest time. So no verdict
 * depends on how long nodes need to elect a leader, or on whether a cas meets the right value.
 */
public final class Fuzzer {
  private static final long LOG_BYTES_MAX = 1L << 20;
  private static final long WATCH_NANOS = 100_000_000L;
  private static final long TEST_NANOS_MIN = 2_000_000_000L;
  private static final List<String> GENERAL_CHECKS = List.of("exceptions", "stats");

  private final TestOptions options;
  private final Path program;
  private final List<String> command;
  private final Limits limits;

  /**
   * The limits that a fuzzed node must keep to.
   *
   * @param stallNanos how long it, or another node, may take to answer, in nanoseconds
   * @param megabytes how much memory its process may have at most, in MB of 2²⁰ bytes
   */
  public record Limits(long stallNanos, long megabytes) {}

  /**
   * The result of fuzzing a node.
   *
   * @param lines how many it was given
   * @param slowestMillis the longest that a request behind a batch of lines has waited
   * @param megabytes the most memory that the process of a node has had; 0 if that is unknown
   * @param logBytes what the nodes have logged
   * @param problems what is wrong, a paragraph each
   */
  public record Outcome(
      long lines,
      double slowestMillis,
      long megabytes,
      long logBytes,
      Optional<TestFailure> failure,
      List<String> problems) {}

  /**
   * A fuzzer of a program.
   *
   * @param options of the test behind the lines; its seed is that of the lines, too, and its time
   *     limit how long each function may take to be ok
   * @param program the file that runs a node
   * @param arguments of the program
   */
  public Fuzzer(TestOptions options, Path program, List<String> arguments, Limits limits) {
    this.options = options;
    this.program = program;
    this.command = new ArrayList<>(List.of(program.toString()));
    this.command.addAll(arguments);
    this.limits = limits;
  }

  /** The seed of the lines and of the test. */
  public long seed() {
    return options.seed();
  }

  /** Gives lines that must be refused. */
  public Outcome refused(long lines) throws IOException, InterruptedException {
    HostileLines source = source();
    return run(lines, source::refused, false);
  }

  /**
   * Gives lines that must be refused, and absurd messages between them.
   *
   * @param absurd how many of the lines are messages in due form, about
   */
  public Outcome absurd(long lines, long absurd) throws IOException, InterruptedException {
    HostileLines source = source();
    RandomGenerator random = new RandomStreams(options.seed()).of("absurd messages");
    double share = (double) absurd / lines;
    return run(lines, () -> random.nextDouble() < share ? source.absurd() : source.refused(), true);
  }

  private HostileLines source() {
    return new HostileLines(
        MessageTypes.of(options, program),
        options.nodes(),
        new RandomStreams(options.seed()).of("hostile lines"));
  }

  private Outcome run(long lines, Supplier<String> source, boolean isChanged)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fuzz");
    Path logs = folder.resolve("node-logs");
    RealTimeScheduler scheduler = new RealTimeScheduler();
    Workload workload = Workloads.named(options.workload()).factory().apply(options);
    Watch watch = new Watch(scheduler);
    History history = new History();
    try (FuzzedCluster cluster =
        new FuzzedCluster(
            new ProcessCluster(command, logs, scheduler, (node, line) -> {}),
            scheduler,
            options.nodes(),
            limits.stallNanos())) {
      TestRun run =
          new TestRun(
              options,
              workload,
              new World(
                  scheduler,
                  cluster,
                  new RandomStreams(options.seed()),
                  List.of(),
                  SilentLogger.INSTANCE),
              history::add);
      run.beforeOperations(
          then ->
              cluster.give(
                  lines,
                  source,
                  () -> {
                    then.run();
                    scheduler.schedule(TEST_NANOS_MIN, () -> endIfServed(run, history, scheduler));
                  }));
      run.begin();
      watch.begin();
      scheduler.run();
      RunRecord record = run.outcome();
      List<String> problems = new ArrayList<>();
      if (record.failure().isEmpty()) {
        judge(Analysis.of(options, workload, record), isChanged, problems);
      }
      long logBytes = size(logs);
      judge(watch.megabytes, logBytes, problems);
      return new Outcome(
          cluster.given(),
          cluster.slowestNanos() / 1e6,
          watch.megabytes,
          logBytes,
          record.failure(),
          problems);
    } finally {
      delete(folder);
    }
  }

  private static void endIfServed(TestRun run, History history, Scheduler scheduler) {
    if (new StatsChecker().check(history).validity() == Validity.VALID) {
      run.endOperations();
    } else {
      scheduler.schedule(WATCH_NANOS, () -> endIfServed(run, history, scheduler));
    }
  }

  private static void judge(Result result, boolean isChanged, List<String> problems) {
    result
        .details()
        .forEach(
            (name, part) -> {
              boolean counts = !isChanged || GENERAL_CHECKS.contains(name);
              if (counts && part instanceof Result check && check.validity() != Validity.VALID) {
                problems.add("In the test behind the lines, " + Findings.text(name, check));
              }
            });
  }

  private void judge(long megabytes, long logBytes, List<String> problems) {
    if (megabytes > limits.megabytes()) {
      problems.add(
          Sentences.format(
              "A node had %,d MB of memory, more than the limit of %,d",
              megabytes, limits.megabytes()));
    }
    if (logBytes > LOG_BYTES_MAX) {
      problems.add(
          Sentences.format(
              "The nodes have logged %,d bytes, more than the limit of %,d",
              logBytes, LOG_BYTES_MAX));
    }
  }

  /** Looks at the memory of the nodes every now and then. */
  private static final class Watch {
    private final RealTimeScheduler scheduler;
    private long megabytes;

    Watch(RealTimeScheduler scheduler) {
      this.scheduler = scheduler;
    }

    void begin() {
      ProcessHandle.current()
          .descendants()
          .forEach(node -> megabytes = Math.max(megabytes, peakMegabytes(node)));
      scheduler.schedule(WATCH_NANOS, this::begin);
    }

    private static long peakMegabytes(ProcessHandle node) {
      try (Stream<String> lines = Files.lines(Path.of("/proc/" + node.pid() + "/status"))) {
        return lines
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
            .findFirst()
            .orElse(0);
      } catch (IOException e) {
        return 0; // another system than Linux, or the node is gone
      }
    }
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
