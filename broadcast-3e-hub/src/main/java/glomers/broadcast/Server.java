package glomers.broadcast;

import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.node.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Broadcasts values once to all other nodes, many at a time, through a {@link Hub}: best-effort
 * broadcast, repaired by {@link AntiEntropy}, as in bimodal multicast (Birman et al. 1999).
 */
final class Server {
  private final Node node;
  private final String origin;
  private final UpdateLog log;
  private final AntiEntropy antiEntropy;
  private final Hub hub;
  private final Set<Integer> messages = new LinkedHashSet<>();

  Server(Node node) {
    this(node, Settings.DEFAULT);
  }

  Server(Node node, Settings settings) {
    this.node = node;
    this.origin = Incarnation.idOf(node);
    this.log = new UpdateLog();
    this.antiEntropy = new AntiEntropy(node, log, settings.flushInterval());
    this.hub = new Hub(node, settings, log, origin, this::broadcast);
    node.on(Broadcast.class, this::broadcast);
    node.on(Read.class, this::read);
    node.on(Topology.class, this::topology);
    node.onOneWay(Update.class, this::update);
    node.onOneWay(Forward.class, this::forward);
  }

  private BroadcastOk broadcast(Request<Broadcast> request) {
    int message = request.body().message();
    if (messages.add(message)) {
      log.append(origin, message);
      hub.onAppend();
    }
    return new BroadcastOk();
  }

  private void forward(Request<Forward> request) {
    Batch batch = request.body().batch();
    messages.addAll(log.add(batch));
    hub.onForward(batch);
  }

  private void broadcast(Update update) {
    node.send(node.peers(), update);
    antiEntropy.onBroadcast();
  }

  private void update(Request<Update> request) {
    List<Batch> added = new ArrayList<>();
    for (Batch batch : request.body().batches()) {
      if (messages.addAll(log.add(batch))) {
        added.add(batch);
      }
    }
    if (request.body().repaired() && !added.isEmpty()) {
      antiEntropy.onRepaired(added, request.src());
    } else if (!request.body().repaired()) {
      antiEntropy.onBroadcast();
    }
    hub.onUpdate(request);
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
