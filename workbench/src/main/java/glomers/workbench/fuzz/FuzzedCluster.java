package glomers.workbench.fuzz;

import glomers.node.Timer;
import glomers.workbench.checker.Sentences;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.time.Scheduler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A cluster whose first node can be given hostile lines, besides what the network delivers to it.
 * After each batch of them each node must answer a request, soon: the others, too, for the first
 * may have passed on to them what it was asked for. For use within events only.
 */
final class FuzzedCluster implements Cluster {
  /** Batches grow to so many lines: in its first moments a node is slow. */
  private static final int BATCH_MAX = 500;

  /** Far above the ids of the hostile lines' own requests. */
  private static final long FIRST_PROBE = 1_000_000_000_000L;

  private static final String TO_SOURCE = "\"dest\":\"" + HostileLines.SOURCE + "\"";

  private final Cluster cluster;
  private final Scheduler scheduler;
  private final List<String> nodes;
  private final long stallNanosMax;
  private final Map<String, Output> outputs = new HashMap<>();
  private Supplier<String> lines;
  private Runnable then;
  private Timer stalled;
  private int batch = 10;
  private int asked;
  private long left;
  private long given;
  private long probe = FIRST_PROBE;
  private long probedNanos;
  private long slowestNanos;

  /**
   * A cluster that is used like the one that it stands before.
   *
   * @param nodes all of them
   * @param stallNanosMax the longest that one may take to answer, in nanoseconds
   */
  FuzzedCluster(Cluster cluster, Scheduler scheduler, List<String> nodes, long stallNanosMax) {
    this.cluster = cluster;
    this.scheduler = scheduler;
    this.nodes = nodes;
    this.stallNanosMax = stallNanosMax;
  }

  /**
   * Gives lines to the first node, as fast as it takes them.
   *
   * @param next is run when the node has taken all; never, if a node fails before
   */
  void give(long count, Supplier<String> source, Runnable next) {
    lines = source;
    left = count;
    then = next;
    giveBatch();
  }

  private void giveBatch() {
    if (left == 0) {
      then.run();
      return;
    }
    for (int i = 0; i < batch && left > 0; i++) {
      cluster.deliver(nodes.get(0), lines.get().replace('\n', ' '));
      left--;
      given++;
    }
    batch = Math.min(2 * batch, BATCH_MAX);
    ask(0);
  }

  private void ask(int index) {
    asked = index;
    probe++;
    probedNanos = scheduler.nowNanos();
    stalled = scheduler.schedule(stallNanosMax, this::stalled);
    String node = nodes.get(index);
    cluster.deliver(
        node,
        Sentences.format(
            "{\"src\":\"%s\",\"dest\":\"%s\",\"body\":{\"type\":\"no_such_type\",\"msg_id\":%d}}",
            HostileLines.SOURCE, node, probe));
  }

  private void stalled() {
    String node = nodes.get(asked);
    NodeFailure failure =
        new NodeFailure(
            node,
            Sentences.format(
                "did not answer a request within %.1f s, after %,d hostile lines",
                stallNanosMax / 1e9, given),
            "find out which of the lines takes so long, such as by a smaller --lines and the same"
                + " --seed; a request of an unknown type is to be answered by error 10");
    outputs.get(node).failed(failure);
  }

  @Override
  public void start(String id, Output to) {
    Output through =
        new Output() {
          @Override
          public void line(String line) {
            if (line.contains(TO_SOURCE)) {
              answered(line);
            } else {
              to.line(line);
            }
          }

          @Override
          public void failed(NodeFailure failure) {
            to.failed(failure);
          }

          @Override
          public void exited(int status) {
            to.exited(status);
          }
        };
    outputs.put(id, to);
    cluster.start(id, through);
  }

  private void answered(String line) {
    if (stalled != null && line.contains("\"in_reply_to\":" + probe)) {
      stalled.cancel();
      stalled = null;
      slowestNanos = Math.max(slowestNanos, scheduler.nowNanos() - probedNanos);
      boolean last = asked == nodes.size() - 1;
      scheduler.schedule(0, last ? this::giveBatch : () -> ask(asked + 1));
    }
  }

  /** How many hostile lines the first node has been given. */
  long given() {
    return given;
  }

  /** The longest that an answer behind a batch has taken, in nanoseconds. */
  long slowestNanos() {
    return slowestNanos;
  }

  @Override
  public void deliver(String id, String line) {
    cluster.deliver(id, line);
  }

  @Override
  public void pause(String id) {
    cluster.pause(id);
  }

  @Override
  public void resume(String id) {
    cluster.resume(id);
  }

  @Override
  public void kill(String id, Unsynced left) {
    cluster.kill(id, left);
  }

  @Override
  public List<String> lastErrors(String id) {
    return cluster.lastErrors(id);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
