package glomers.workbench.cluster;

import glomers.node.Node;
import glomers.protocol.Message;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Nodes as objects in this JVM, on the same engine that runs them in production. Handling a message
 * takes no virtual time. A task that does not end ends the process, see {@link Watchdog}.
 *
 * @param <S> the class of the servers
 */
public final class SimulatedCluster<S> implements Cluster {
  private final Function<? super Node, ? extends S> server;
  private final RandomStreams streams;
  private final Map<String, SimulatedNode<S>> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> incarnations = new HashMap<>();
  private final Machines machines;
  private final RunningTask running = new RunningTask();

  /**
   * A cluster without nodes.
   *
   * @param server constructs the server on each node, usually {@code Server::new}
   * @param streams gives each node, and each disk, a source of its own
   */
  public SimulatedCluster(
      Function<? super Node, ? extends S> server, Scheduler scheduler, RandomStreams streams) {
    this.server = server;
    this.streams = streams;
    this.machines = new Machines(scheduler, streams);
    Watchdog.standard().watch(running);
  }

  @Override
  public void start(String id, Output output) {
    int incarnation = incarnations.merge(id, 1, Integer::sum);
    nodes.put(
        id,
        new SimulatedNode<>(
            id,
            server,
            machines.clock(id),
            streams.of("node " + id + " " + incarnation),
            machines,
            output,
            running));
  }

  @Override
  public void deliver(String id, String line) {
    nodes.get(id).receive(line);
  }

  /** Spares the node's engine reading the message again, if it holds nothing but text. */
  @Override
  public void deliver(String node, long id, Message message) {
    if (message.isText()) {
      nodes.get(node).receive(message);
    } else {
      Cluster.super.deliver(node, id, message);
    }
  }

  @Override
  public void pause(String id) {
    nodes.get(id).pause();
  }

  @Override
  public void resume(String id) {
    nodes.get(id).resume();
  }

  @Override
  public void kill(String id, Unsynced left) {
    nodes.get(id).end();
    machines.disk(id).crash(left);
  }

  @Override
  public Machines machines() {
    return machines;
  }

  @Override
  public List<String> lastErrors(String id) {
    return nodes.get(id).lastErrors();
  }

  /**
   * A message about a limit of the whole run: names the node that has sent the most messages and
   * set the most timers, and its last actions.
   *
   * @param limit which limit was exceeded, such as {@code more than 1,000 events}
   * @param remedy what the author of the server can do about it
   */
  public NodeFailure busiest(String limit, String remedy) {
    String id = Collections.max(nodes.keySet(), Comparator.comparingLong(this::inRun));
    String problem =
        String.format(
            Locale.ROOT,
            "is the busiest of a run that had %s: it sent and set %,d messages and timers, the last of"
                + " them %s",
            limit,
            inRun(id),
            nodes.get(id).guard().activity());
    return new NodeFailure(id, problem, remedy);
  }

  private long inRun(String id) {
    return nodes.get(id).guard().inRun();
  }

  /** The servers of the nodes that are up and initialised, in the order of their first start. */
  public List<S> servers() {
    return nodes.values().stream().map(SimulatedNode::server).flatMap(Optional::stream).toList();
  }

  @Override
  public void close() {
    nodes.values().forEach(SimulatedNode::end);
  }
}
