package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps what it is told, and tells it to all others once, many values at a time, by way of a {@link
 * Hub}. What is lost on the way is found and fetched by {@link Repair}.
 */
final class Server {
  private final Node node;
  private final String origin;
  final Log log = new Log();
  private final Repair repair;
  final Hub hub;
  private final Set<Integer> messages = new LinkedHashSet<>();

  Server(Node node) {
    this(node, Settings.of(System.getenv()));
  }

  Server(Node node, Settings settings) {
    this.node = node;
    this.origin = node.id() + "-" + Integer.toHexString(node.random().nextInt());
    this.repair = new Repair(node, log, settings.gap());
    this.hub = new Hub(node, settings, log, origin, this::spread);
    node.on(Broadcast.class, this::broadcast);
    node.on(Read.class, this::read);
    node.on(Topology.class, this::topology);
    node.onOneWay(Share.class, this::share);
    node.onOneWay(Submit.class, this::submit);
  }

  private BroadcastOk broadcast(Request<Broadcast> request) {
    int message = request.body().message();
    if (messages.add(message)) {
      log.append(origin, message);
      hub.told();
    }
    return new BroadcastOk();
  }

  private void submit(Request<Submit> request) {
    Batch batch = request.body().batch();
    messages.addAll(log.add(batch));
    hub.submitted(batch);
  }

  private void spread(Share share) {
    node.peers().forEach(peer -> node.send(peer, share));
    repair.spreading();
  }

  private void share(Request<Share> request) {
    List<Batch> added = new ArrayList<>();
    for (Batch batch : request.body().batches()) {
      List<Integer> values = log.add(batch);
      messages.addAll(values);
      if (!values.isEmpty()) {
        added.add(batch);
      }
    }
    if (request.body().late() && !added.isEmpty()) {
      repair.learned(new Share(added, true, false));
    } else if (!request.body().late()) {
      repair.spreading();
    }
    hub.heard(request);
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
