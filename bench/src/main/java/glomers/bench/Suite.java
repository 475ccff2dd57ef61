package glomers.bench;

import glomers.bench.inner.InnerLoops;
import glomers.bench.inner.RaftRuns;
import glomers.bench.inner.StorageLoop;
import glomers.bench.process.Baseline;
import glomers.bench.process.ClosedLoop;
import glomers.bench.process.Measurement;
import glomers.bench.process.Restart;
import glomers.bench.process.RoundTrips;
import glomers.bench.process.ShutdownOverhead;
import glomers.bench.process.Start;
import glomers.bench.process.Subject;
import glomers.bench.process.Throughput;
import glomers.bench.process.Workbench;
import glomers.bench.process.WorkbenchUnderLoad;
import glomers.bench.report.Goal;
import glomers.bench.report.Metric;
import glomers.bench.report.Results;
import glomers.bench.report.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/**
 * All benchmarks. The subjects take turns, run by run, so that a busy minute of the machine does
 * not fall on one of them alone.
 */
final class Suite {
  /** The name of the store that is not made for speed. */
  static final String RAFT_8D = "raft-8d";

  private static final Duration LOOP_WARM_UP = Duration.ofSeconds(8);
  private static final Duration LOOP = Duration.ofSeconds(10);
  private static final int RESTART_WRITES = 1_000_000;

  /** These run for so long that the first time may count. */
  private static final Set<Section> LONG =
      EnumSet.of(Section.WORKBENCH, Section.PACED, Section.CLOSED_LOOP, Section.RESTART);

  private final Subject ours;
  private final Subject hello;
  private final List<Subject> peers;
  private final List<Subject> rafts;
  private final Path workspace;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * The benchmarks of these programs.
   *
   * @param ours our echo
   * @param peers other echoes
   * @param rafts other key-value stores
   * @param workspace whose parts were packaged
   * @param folder for what is made on the way
   * @param progress receives what is measured now
   */
  Suite(
      Subject ours,
      List<Subject> peers,
      List<Subject> rafts,
      Path workspace,
      Path folder,
      Consumer<String> progress)
      throws IOException {
    this.ours = ours;
    this.hello = Baseline.subject(Goal.HELLO, folder);
    this.peers = List.copyOf(peers);
    this.rafts = List.copyOf(rafts);
    this.workspace = workspace;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Runs sections, in their order.
   *
   * @param runs how often
   * @param messages how many echoes are pushed through the pipe
   */
  Results run(Set<Section> sections, int runs, int messages)
      throws IOException, InterruptedException, RunnerException {
    List<Subject> subjects = new ArrayList<>(List.of(ours, hello));
    subjects.addAll(peers);
    if (sections.contains(Section.CLOSED_LOOP)) {
      subjects.add(slowRaft());
      subjects.addAll(rafts);
    }
    Results results = new Results(subjects.stream().map(Subject::name).toList());
    for (Section section : Section.values()) {
      if (sections.contains(section)) {
        run(section, runs, messages, results);
      }
    }
    addRecordingShare(results);
    return results;
  }

  /** How much of the workbench's work is recording, if both were measured. */
  private void addRecordingShare(Results results) {
    Optional<Double> nanos = results.series(ours.name(), Metric.RECORD).map(Series::median);
    Optional<Double> micros = results.series(ours.name(), Metric.WORKBENCH_CPU).map(Series::median);
    if (nanos.isPresent() && micros.isPresent()) {
      double share = nanos.get() / 1e3 / micros.get();
      results.add(ours.name(), Metric.RECORD_SHARE, 100 * share);
    }
  }

  private void run(Section section, int runs, int messages, Results results)
      throws IOException, InterruptedException, RunnerException {
    List<Subject> echoes = new ArrayList<>(List.of(ours));
    echoes.addAll(peers);
    List<Subject> all = new ArrayList<>(echoes);
    all.add(hello);
    switch (section) {
      case START -> takeTurns(section, Start.one(), all, runs, results);
      case CROWD -> takeTurns(section, Start.crowd(), all, runs, results);
      case WARM_UP -> {
        Subject broadcast =
            new Subject(ours.name(), List.of(executable("broadcast-3d-anti-entropy").toString()));
        takeTurns(section, Start.warm(), List.of(broadcast), runs, results);
        takeTurns(section, Start.warmCrowd(), List.of(broadcast), runs, results);
      }
      case THROUGHPUT -> takeTurns(section, new Throughput(messages), echoes, runs, results);
      case PING_PONG -> takeTurns(section, RoundTrips.pingPong(), echoes, runs, results);
      case PACED -> takeTurns(section, RoundTrips.paced(), echoes, runs, results);
      case WORKBENCH -> {
        Workbench workbench = new Workbench(executable("workbench"), folder);
        takeTurns(section, new WorkbenchUnderLoad(workbench), echoes, runs, results);
        takeTurns(section, new ShutdownOverhead(workbench), List.of(ours), runs, results);
      }
      case SIMULATOR -> {
        progress.accept(section + ", in " + runs + " JVMs");
        new InnerLoops(runs, this::executable)
            .simulator((metric, value) -> results.add(ours.name(), metric, value));
      }
      case STORAGE -> {
        StorageLoop loop = new StorageLoop(folder);
        loop.run((metric, value) -> {}); // not counted: this JVM is cold
        for (int run = 1; run <= runs; run++) {
          progress.accept(section + ", run " + run + " of " + runs);
          loop.run((metric, value) -> results.add(ours.name(), metric, value));
        }
      }
      case RAFT -> {
        RaftRuns raft = new RaftRuns(executable("raft-8e"), executable("raft-8f"));
        for (int seed = 1; seed <= runs; seed++) {
          progress.accept(section + ", run " + seed + " of " + runs);
          raft.run(seed, (metric, value) -> results.add(ours.name(), metric, value));
        }
        progress.accept(section + ", failover");
        raft.failover((metric, value) -> results.add(ours.name(), metric, value));
      }
      case CLOSED_LOOP -> {
        List<Subject> stores = new ArrayList<>(List.of(raft(), slowRaft()));
        stores.addAll(rafts);
        takeTurns(section, new ClosedLoop(LOOP_WARM_UP, LOOP, folder), stores, runs, results);
      }
      case RESTART ->
          takeTurns(section, new Restart(RESTART_WRITES, folder), List.of(raft()), runs, results);
      case LOOPS -> {
        progress.accept(section + ", in " + runs + " JVMs");
        new InnerLoops(runs, this::executable)
            .loops((metric, value) -> results.add(ours.name(), metric, value));
      }
      default -> throw new AssertionError(section);
    }
  }

  private Subject slowRaft() {
    return new Subject(RAFT_8D, List.of(executable(RAFT_8D).toString()));
  }

  private Subject raft() {
    return new Subject(ours.name(), List.of(executable("raft-8e").toString()));
  }

  private Path executable(String module) {
    return executable(workspace, module);
  }

  /** Where a module's executable is when it is packaged. */
  static Path executable(Path workspace, String module) {
    return workspace.resolve(module).resolve("target").resolve(module);
  }

  private void takeTurns(
      Section section, Measurement measurement, List<Subject> subjects, int runs, Results results)
      throws IOException, InterruptedException {
    if (!LONG.contains(section)) {
      // Not counted: this JVM is cold the first time, and so are the files.
      measurement.run(ours, (metric, value) -> {});
    }
    for (int run = 1; run <= runs; run++) {
      for (Subject subject : subjects) {
        progress.accept(section + " of " + subject.name() + ", run " + run + " of " + runs);
        measurement.run(subject, (metric, value) -> results.add(subject.name(), metric, value));
      }
    }
  }
}
