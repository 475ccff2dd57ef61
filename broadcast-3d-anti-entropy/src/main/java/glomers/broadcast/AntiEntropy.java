package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Anti-entropy between replicas (Demers et al. 1987): finds and fetches values that were lost,
 * without acknowledgements. Nodes send each other digests of what they have, their version vectors,
 * and a node that has more answers with the delta (Golding 1992; Scuttlebutt, van Renesse et al.
 * 2008).
 *
 * <p>A node that has broadcast values a moment ago sends no digest: its values are on their way,
 * and a gap in them will show. A node in silence sends a digest to a random peer, again and again,
 * so that a loss that no later value reveals is found, too. A node with a gap asks the nodes that
 * are ahead of it. A node that has received a repaired update forwards it to several others at
 * random, as they may lack the same values.
 */
final class AntiEntropy {
  private static final Duration TICK = Duration.ofMillis(250);

  /** How long a node waits, after silence that is normal, until it sends a digest. */
  private static final Duration DIGEST_DELAY = Duration.ofMillis(850);

  /** A gap that is older than this, in ticks, is not closed by messages on their way. */
  private static final int GAP_TICKS_MAX = 2;

  /** The number of peers to which a node forwards a repaired update. */
  private static final int FANOUT = 6;

  private final Node node;
  private final UpdateLog log;
  private final int silenceTicks;

  /** The version vectors of one and two ticks ago: values below the latter are not on their way. */
  private Map<String, Integer> recent = Map.of();

  private Map<String, Integer> settled = Map.of();
  private final Map<String, Integer> lastDigestTick = new HashMap<>();
  private final Set<String> ahead = new TreeSet<>();
  private int tick;
  private int gapTicks;
  private int nextDigestTick;

  /**
   * Anti-entropy of one node.
   *
   * @param normalSilence how long the node may receive nothing although no message was lost
   */
  AntiEntropy(Node node, UpdateLog log, Duration normalSilence) {
    this.node = node;
    this.log = log;
    this.silenceTicks = (int) (normalSilence.plus(DIGEST_DELAY).toMillis() / TICK.toMillis());
    onBroadcast();
    node.onOneWay(Digest.class, this::onDigest);
    node.every(TICK, this::onTick);
  }

  /** The node has broadcast values, or has received values that were broadcast. */
  void onBroadcast() {
    nextDigestTick = tick + jittered(silenceTicks);
  }

  /** New values have arrived in a repaired update from this node. */
  void onRepaired(List<Batch> batches, String src) {
    Update update = Update.repaired(batches);
    node.send(randomPeersExcept(src, FANOUT), update);
    nextDigestTick = tick + 2;
  }

  private void onDigest(Request<Digest> request) {
    if (!node.peers().contains(request.src())) {
      return; // the maps of senders must not grow with names that are made up
    }
    Map<String, Integer> theirs = request.body().versionVector();
    for (List<Batch> batches : log.delta(theirs, settled)) {
      node.send(request.src(), Update.repaired(batches));
    }
    if (log.isBehind(theirs)) {
      ahead.add(request.src());
      sendDigest(request.src());
    }
  }

  private void onTick() {
    tick++;
    settled = recent;
    recent = log.versionVector();
    gapTicks = log.hasGap() ? gapTicks + 1 : 0;
    if (gapTicks > GAP_TICKS_MAX) {
      gapTicks = 0;
      ahead.forEach(this::sendDigest);
      ahead.clear();
      randomPeersExcept("", 1).forEach(this::sendDigest);
    } else if (tick >= nextDigestTick) {
      nextDigestTick = tick + jittered(silenceTicks);
      randomPeersExcept("", 1).forEach(this::sendDigest);
    }
  }

  /** Random, by up to a fifth more or less: nodes must not all send their digests at once. */
  private int jittered(int ticks) {
    return (int) Math.round(ticks * (0.8 + 0.4 * node.random().nextDouble()));
  }

  /** At most every other tick to the same peer: the answer to the last one may be on its way. */
  private void sendDigest(String peer) {
    if (tick - lastDigestTick.getOrDefault(peer, -2) >= 2) {
      lastDigestTick.put(peer, tick);
      node.send(peer, new Digest(log.versionVector()));
    }
  }

  private List<String> randomPeersExcept(String excluded, int count) {
    List<String> peers = new ArrayList<>(node.peersExcept(excluded));
    List<String> chosen = new ArrayList<>();
    while (chosen.size() < count && !peers.isEmpty()) {
      chosen.add(peers.remove(node.random().nextInt(peers.size())));
    }
    return chosen;
  }
}
