package glomers.broadcast;

import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Broadcasts each value once to all other nodes: best-effort broadcast, repaired by {@link
 * AntiEntropy}, as in bimodal multicast (Birman et al. 1999).
 */
final class Server {
  /** Values that arrive within this time of the first share its message. */
  private static final Duration LINGER = Duration.ofMillis(8);

  /** How long a node may receive no update although no message was lost. */
  private static final Duration NORMAL_SILENCE = Duration.ofMillis(400);

  private final Node node;
  private final String origin;
  private final UpdateLog log;
  private final AntiEntropy antiEntropy;
  private int nextToBroadcast;
  private boolean lingering;
  private final Set<Integer> messages = new LinkedHashSet<>();

  Server(Node node) {
    this.node = node;
    this.origin = Incarnation.idOf(node);
    this.log = new UpdateLog();
    this.antiEntropy = new AntiEntropy(node, log, NORMAL_SILENCE);
    node.on(Broadcast.class, this::broadcast);
    node.on(Read.class, this::read);
    node.on(Topology.class, this::topology);
    node.onOneWay(Update.class, this::update);
  }

  private BroadcastOk broadcast(Request<Broadcast> request) {
    int message = request.body().message();
    if (messages.add(message)) {
      log.append(origin, message);
      if (!lingering) {
        lingering = true;
        node.after(LINGER, this::flush);
      }
    }
    return new BroadcastOk();
  }

  private void flush() {
    lingering = false;
    for (Batch batch : log.since(origin, nextToBroadcast)) {
      nextToBroadcast += batch.values().size();
      node.send(node.peers(), new Update(List.of(batch), false));
    }
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
    }
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
