package glomers.workbench.run;

import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.fault.FaultTarget;
import glomers.workbench.nemesis.Injector;
import glomers.workbench.network.Latency;
import glomers.workbench.network.Network;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.network.NetworkStats;
import glomers.workbench.service.Services;
import glomers.workbench.session.Client;
import glomers.workbench.time.RandomStreams;
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
  private final FaultTarget faults;
  private long nextClient;

  /**
   * A test bed whose nodes are not started yet.
   *
   * @param ids the ids of the nodes
   * @param setUp the call that prepares each node after its init, if there is one
   * @param cluster has no nodes yet
   * @param latency of messages between servers
   * @param listeners receive every message
   * @param fail receives what is wrong with a node; may be called more than once
   * @param log receives what is strange: requests that services do not answer, and the like
   */
  public TestBed(
      List<String> ids,
      Optional<Workload.SetUp> setUp,
      Scheduler scheduler,
      Cluster cluster,
      Latency latency,
      RandomStreams streams,
      List<NetworkListener> listeners,
      Consumer<NodeFailure> fail,
      System.Logger log) {
    this.scheduler = scheduler;
    List<NetworkListener> all = new ArrayList<>(listeners);
    all.add(stats);
    this.network = new Network(scheduler, latency, streams, all);
    this.nodes =
        new Nodes(
            ids,
            setUp,
            network,
            cluster,
            this::newClient,
            fail,
            warning -> log.log(System.Logger.Level.WARNING, warning));
    this.faults = new Injector(network.faults(), nodes, List.copyOf(ids));
    Services.names().forEach(name -> ServiceHost.start(name, network, streams, log));
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

  /** What faults act on. */
  public FaultTarget faults() {
    return faults;
  }

  /** A client at an address of its own: c0, c1, … */
  public Client newClient() {
    return new Client("c" + nextClient++, network, scheduler);
  }
}
