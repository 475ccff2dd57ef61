package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Anti-entropy between replicas (Demers et al. 1987): finds and fetches values that were lost,
 * without acknowledgements. Nodes send digests of what they have, their version vectors, and a node
 * that has more answers with the delta (Golding 1992; Scuttlebutt, van Renesse et al. 2008).
 *
 * <p>A node in silence sends a digest to a random peer, again and again, so that a loss that no
 * later value reveals is found, too; a node with a gap does so sooner. A node that is behind a
 * digest answers with its own. A node that has received a repaired update forwards it to several
 * others at random, as they may lack the same values.
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

  // The version vectors of one and two ticks ago: values below the latter are not on their way.
  private Map<String, Integer> recent = Map.of();
  private Map<String, Integer> settled = Map.of();
  private int gapTicks;
  private int ticksUntilDigest;

  /** Anti-entropy of a node that may receive nothing for this time although nothing is lost. */
  AntiEntropy(Node node, UpdateLog log, Duration normalSilence) {
    this.node = node;
    this.log = log;
    this.silenceTicks = (int) normalSilence.plus(DIGEST_DELAY).dividedBy(TICK);
    onBroadcast();
    node.onOneWay(Digest.class, this::onDigest);
    node.every(TICK, this::onTick);
  }

  /** The node has broadcast values, or has received values that were broadcast. */
  void onBroadcast() {
    double jitter = 0.8 + 0.4 * node.random().nextDouble(); // or all nodes send digests at once
    ticksUntilDigest = (int) Math.round(silenceTicks * jitter);
  }

  /** New values have arrived in a repaired update from this node. */
  void onRepaired(List<Batch> batches, String src) {
    node.send(randomPeersExcept(src, FANOUT), new Update(batches, true));
    ticksUntilDigest = 2;
  }

  private void onDigest(Request<Digest> request) {
    Map<String, Integer> theirs = request.body().versionVector();
    for (List<Batch> batches : log.delta(theirs, settled)) {
      node.send(request.src(), new Update(batches, true));
    }
    if (!request.body().answer() && log.isBehind(theirs)) {
      node.send(request.src(), new Digest(log.versionVector(), true));
    }
  }

  private void onTick() {
    ticksUntilDigest--;
    settled = recent;
    recent = log.versionVector();
    gapTicks = log.hasGap() ? gapTicks + 1 : 0;
    if (gapTicks > GAP_TICKS_MAX || ticksUntilDigest <= 0) {
      gapTicks = 0;
      log.forgetOutOfOrder(); // an answer holds them; without one they may stay for ever
      onBroadcast();
      node.send(randomPeersExcept("", 1), new Digest(recent, false));
    }
  }

  private List<String> randomPeersExcept(String excluded, int count) {
    List<String> peers = new ArrayList<>(node.peersExcept(excluded));
    while (peers.size() > count) {
      peers.remove(node.random().nextInt(peers.size()));
    }
    return peers;
  }
}
