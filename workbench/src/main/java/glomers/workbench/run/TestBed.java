package glomers.workbench.run;

import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.nemesis.Injector;
import glomers.workbench.network.Latency;
import glomers.workbench.network.Network;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.network.NetworkStats;
import glomers.workbench.service.Services;
import glomers.workbench.session.Client;
import glomers.workbench.time.Scheduler;
import glomers.workbench.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The common base of whole runs and scenarios: a network with nodes, services and clients, in real
 * or virtual time. For use within events only.
 */
public final class TestBed {
  private final Scheduler scheduler;
  private final Network network;
  private final NetworkStats stats = new NetworkStats();
  private final Nodes nodes;
  private final Injector faults;
  private long nextClient;

  /**
   * A test bed whose nodes are not started yet.
   *
   * @param ids the ids of the nodes
   * @param setUp the call that prepares each node after its init, if there is one
   * @param latency of messages between servers
   * @param fail receives what is wrong with a node; may be called more than once
   */
  public TestBed(
      World world,
      List<String> ids,
      Optional<Workload.SetUp> setUp,
      Latency latency,
      Consumer<NodeFailure> fail) {
    this.scheduler = world.scheduler();
    List<NetworkListener> all = new ArrayList<>(world.listeners());
    all.add(stats);
    this.network = new Network(scheduler, latency, world.streams(), all);
    this.nodes =
        new Nodes(
            ids,
            setUp,
            network,
            world.cluster(),
            this::newClient,
            fail,
            warning -> world.log().log(System.Logger.Level.WARNING, warning));
    this.faults = new Injector(network.faults(), nodes, List.copyOf(ids));
    Services.names().forEach(name -> ServiceHost.start(name, network, world));
  }

  /** The network between all of them. */
  public Network network() {
    return network;
  }

  /** The count of its messages. */
  public NetworkStats stats() {
    return stats;
  }

  /** The nodes. */
  public Nodes nodes() {
    return nodes;
  }

  /** What carries faults out. */
  public Injector faults() {
    return faults;
  }

  /** A client at an address of its own: c0, c1, … */
  public Client newClient() {
    return new Client("c" + nextClient++, network, scheduler);
  }
}
