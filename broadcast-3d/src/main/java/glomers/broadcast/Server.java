package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps what it is told, and tells it to all others once. What is lost on the way is found and
 * fetched by {@link Repair}.
 */
final class Server {
  /** Values that come so close together are told together: now and then one message less. */
  private static final Duration GATHER = Duration.ofMillis(8);

  private final Node node;
  private final String origin;
  final Log log = new Log();
  private final Repair repair;
  private int spread;
  private boolean gathering;
  private final Set<Integer> messages = new LinkedHashSet<>();

  Server(Node node) {
    this.node = node;
    this.origin = node.id() + "-" + Integer.toHexString(node.random().nextInt());
    this.repair = new Repair(node, log);
    node.on(Broadcast.class, this::broadcast);
    node.on(Read.class, this::read);
    node.on(Topology.class, this::topology);
    node.onOneWay(Share.class, this::share);
  }

  private BroadcastOk broadcast(Request<Broadcast> request) {
    int message = request.body().message();
    if (messages.add(message)) {
      log.append(origin, message);
      if (!gathering) {
        gathering = true;
        node.after(GATHER, this::spread);
      }
    }
    return new BroadcastOk();
  }

  private void spread() {
    gathering = false;
    for (Batch batch : log.from(origin, spread)) {
      spread += batch.values().size();
      Share share = new Share(List.of(batch), false);
      node.peers().forEach(peer -> node.send(peer, share));
    }
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
      repair.learned(new Share(added, true));
    }
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
