package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds and fetches what was lost on the way, without acknowledgements: nodes tell each other now
 * and then how much they have, and whoever has more sends the rest.
 *
 * <p>A node that was told something by a client a moment ago is quiet: its values are on their way,
 * and gaps in them will show. One that has nothing to tell sends a digest to a random peer, then
 * another after a longer pause, up to a limit. One that finds a gap asks whoever is ahead. And one
 * that has got something late passes it on to several at once: others may lack it, too.
 */
final class Repair {
  private static final Duration TICK = Duration.ofMillis(250);

  /** The first pause before a digest is this much longer than values may wait for the hub. */
  private static final Duration PATIENCE = Duration.ofMillis(850);

  private static final int PAUSE_TICKS_MAX = 12;

  /** A gap this old, in ticks, is none that will close by itself. */
  private static final int GAP_TICKS_MAX = 2;

  /** To so many peers a node passes on what it has learned by repair. */
  private static final int FAN_OUT = 6;

  private final Node node;
  private final Log log;

  /** What was here one and two ticks ago. What others lack of that is not on its way. */
  private Map<String, Integer> recent = Map.of();

  private Map<String, Integer> settled = Map.of();
  private final Map<String, Integer> lastDigestTick = new HashMap<>();
  private final Set<String> ahead = new TreeSet<>();
  private int tick;
  private int gapTicks;
  private final int pauseTicksMin;
  private int pauseTicks;
  private int nextDigestTick;

  /**
   * The repair of one node.
   *
   * @param quiet how long nothing may be heard although all is well
   */
  Repair(Node node, Log log, Duration quiet) {
    this.node = node;
    this.log = log;
    this.pauseTicksMin = (int) (quiet.plus(PATIENCE).toMillis() / TICK.toMillis());
    spreading();
    node.onOneWay(Digest.class, this::digest);
    node.every(TICK, this::tick);
  }

  /** Values of this node's own are on their way to all. */
  void spreading() {
    pauseTicks = pauseTicksMin;
    nextDigestTick = tick + pauseTicks;
  }

  /** Something new has come late. */
  void learned(Share share) {
    randomPeers(FAN_OUT).forEach(peer -> node.send(peer, share));
    pauseTicks = pauseTicksMin;
    nextDigestTick = tick + 2;
  }

  private void digest(Request<Digest> request) {
    log.between(request.body().have(), settled).forEach(share -> node.send(request.src(), share));
    if (log.lacks(request.body().have())) {
      ahead.add(request.src());
      sendDigest(request.src());
    }
  }

  private void tick() {
    tick++;
    settled = recent;
    recent = log.have();
    gapTicks = log.hasGap() ? gapTicks + 1 : 0;
    if (gapTicks > GAP_TICKS_MAX) {
      gapTicks = 0;
      ahead.forEach(this::sendDigest);
      ahead.clear();
      randomPeers(1).forEach(this::sendDigest);
    } else if (tick >= nextDigestTick) {
      pauseTicks = Math.max(pauseTicksMin, Math.min(2 * pauseTicks, PAUSE_TICKS_MAX));
      nextDigestTick = tick + pauseTicks;
      randomPeers(1).forEach(this::sendDigest);
    }
  }

  /** Not more often than every other tick to the same peer: its answer may be on its way. */
  private void sendDigest(String peer) {
    if (tick - lastDigestTick.getOrDefault(peer, -2) >= 2) {
      lastDigestTick.put(peer, tick);
      node.send(peer, new Digest(log.have()));
    }
  }

  private List<String> randomPeers(int count) {
    return node.random()
        .ints(0, Math.max(1, node.peers().size()))
        .distinct()
        .limit(Math.min(count, node.peers().size()))
        .mapToObj(i -> node.peers().get(i))
        .toList();
  }
}
