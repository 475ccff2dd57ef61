package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.time.RealTimeScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A cluster of processes that run a shell script, and what they have to say. */
final class ScriptNodes implements AutoCloseable {
  private static final long MS = 1_000_000L;
  private static final long LIMIT_NANOS = 30_000 * MS;

  final RealTimeScheduler scheduler = new RealTimeScheduler();
  final ProcessCluster cluster;
  final List<String> lines = new ArrayList<>();
  final List<NodeFailure> failures = new ArrayList<>();
  final ConcurrentLinkedQueue<String> echoed = new ConcurrentLinkedQueue<>();
  final Path logs;
  Consumer<String> onLine = line -> {};

  private ScriptNodes(Path directory, List<String> command) {
    logs = directory.resolve("node-logs");
    cluster =
        new ProcessCluster(
            command, logs, scheduler, (node, line) -> echoed.add(node + ": " + line));
  }

  /** Nodes that run these lines of shell. */
  static ScriptNodes of(Path directory, String script) throws IOException {
    return of(directory, script, List.of());
  }

  static ScriptNodes of(Path directory, String script, List<String> arguments) throws IOException {
    Path program = directory.resolve("node.sh");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return ofProgram(directory, program, arguments);
  }

  static ScriptNodes ofProgram(Path directory, Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    return new ScriptNodes(directory, command);
  }

  ScriptNodes start(String id) {
    cluster.start(
        id,
        new Cluster.Output() {
          @Override
          public void line(String line) {
            lines.add(line);
            onLine.accept(line);
          }

          @Override
          public void failed(NodeFailure failure) {
            failures.add(failure);
          }

          @Override
          public void exited(int status) {
            failures.add(new NodeFailure(id, "exited with status " + status, "run on"));
          }
        });
    return this;
  }

  /** Runs until this is so; fails if that takes absurdly long. May be used once. */
  void runUntil(BooleanSupplier condition) throws InterruptedException {
    scheduler.schedule(0, () -> stopWhen(condition));
    scheduler.run();
    assertThat(condition.getAsBoolean())
        .as("what was waited for; %s lines, failures %s", lines.size(), failures)
        .isTrue();
  }

  private void stopWhen(BooleanSupplier condition) {
    if (condition.getAsBoolean() || scheduler.nowNanos() > LIMIT_NANOS) {
      scheduler.stop();
    } else {
      scheduler.schedule(MS, () -> stopWhen(condition));
    }
  }

  /** Runs until a node has failed, and says how. */
  NodeFailure awaitFailure() throws InterruptedException {
    runUntil(() -> !failures.isEmpty());
    return failures.get(0);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
