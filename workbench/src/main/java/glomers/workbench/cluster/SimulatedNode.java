package glomers.workbench.cluster;

import glomers.node.Environment;
import glomers.node.Node;
import glomers.node.NodeEngine;
import glomers.node.Timer;
import glomers.workbench.time.Scheduler;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** One node of a {@link SimulatedCluster}: its engine, and the world that the engine sees. */
final class SimulatedNode implements Environment {
  private final Scheduler scheduler;
  private final RandomGenerator random;
  private final Cluster.Output output;
  private final NodeLog log = new NodeLog();
  private final NodeEngine engine;
  private boolean ended;

  SimulatedNode(
      Consumer<? super Node> server,
      Scheduler scheduler,
      RandomGenerator random,
      Cluster.Output output) {
    this.scheduler = scheduler;
    this.random = random;
    this.output = output;
    this.engine = new NodeEngine(this, server);
  }

  void receive(String line) {
    if (!ended) {
      engine.receive(line);
    }
  }

  List<String> lastErrors() {
    return log.lines();
  }

  /** Nothing more comes from it, and its timers are forgotten. */
  void end() {
    ended = true;
  }

  @Override
  public void transmit(String line) {
    output.line(line);
  }

  @Override
  public Timer schedule(long delayNanos, Runnable task) {
    return scheduler.schedule(
        delayNanos,
        () -> {
          if (!ended) {
            task.run();
          }
        });
  }

  @Override
  public long nowNanos() {
    return scheduler.nowNanos();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public System.Logger log() {
    return log;
  }
}
