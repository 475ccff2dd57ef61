package glomers.workbench.run;

import glomers.node.Node;
import glomers.protocol.Codec;
import glomers.protocol.Init;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.network.Network;
import glomers.workbench.service.Services;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Runs one service in this JVM, in either world, as a node that faults never touch. */
final class ServiceHost implements Cluster.Output {
  private final Network network;
  private boolean initialised;

  private ServiceHost(Network network) {
    this.network = network;
  }

  /** Starts the service of this name and connects it to the network. */
  static void start(String name, Network network, Scheduler scheduler, RandomStreams streams) {
    ServiceHost host = new ServiceHost(network);
    Consumer<Node> server = Services.server(name);
    SimulatedCluster<Node> cluster =
        new SimulatedCluster<>(
            node -> {
              server.accept(node);
              return node;
            },
            scheduler,
            streams);
    cluster.start(name, host);
    Init init = new Init(name, List.of(name));
    cluster.deliver(name, Codec.encode(name, name, init, OptionalLong.of(0), OptionalLong.empty()));
    host.initialised = true;
    network.connectService(name, (id, message) -> cluster.deliver(name, Codec.encode(message)));
  }

  @Override
  public void line(String line) {
    if (initialised) { // what comes before is the answer to init, which nobody waits for
      network.send(Codec.decode(line));
    }
  }

  @Override
  public void failed(NodeFailure failure) {
    throw new IllegalStateException("the service " + failure.node() + " " + failure.problem());
  }
}
