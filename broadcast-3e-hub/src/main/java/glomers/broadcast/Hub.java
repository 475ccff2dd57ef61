package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hub-and-spoke broadcast: nodes forward their values to one node, the hub, which sends the values
 * of all to all. That takes two messages per node and flush, however many values there are.
 *
 * <p>The hub's flush is also the tick after which all other nodes forward: a {@code forwardDelay}
 * later. So their values arrive together, and the next flush holds them all. It is an
 * acknowledgement, too: a node that misses its own values in it suspects the hub (a timeout-based
 * failure detector, as in SWIM, Das et al. 2002), and fails over to the next node in the list until
 * the suspicion has expired. No node is elected: a node that receives forwarded values acts as a
 * hub, and several hubs at once do no harm.
 */
final class Hub {
  /** How long the hub waits for values that are forwarded together with the first. */
  private static final Duration LINGER = Duration.ofMillis(60);

  /** Values that arrive within this time after a flush were meant for it. */
  private static final Duration LATE_WINDOW = Duration.ofMillis(400);

  /** How much longer than the flush interval an acknowledgement may take. */
  private static final Duration ACK_TIMEOUT = Duration.ofMillis(1_000);

  /** After this time a suspected node is given another chance. */
  private static final Duration SUSPICION_TIMEOUT = Duration.ofSeconds(10);

  private final Node node;
  private final Settings settings;
  private final UpdateLog log;
  private final String origin;
  private final Consumer<Update> broadcast;
  private final Map<String, Duration> suspectedUntil = new HashMap<>();
  private final List<Batch> forwarded = new ArrayList<>();
  private Duration lastTick;
  private Duration lastFlush;

  /** Below these sequence numbers the node's own values were forwarded, and have come back. */
  private int nextToForward;

  private int nextToAcknowledge;
  private String forwardedTo;
  private Timer forwardTimer;
  private Timer ackTimer;
  private Timer flushTimer;

  /**
   * The hub-and-spoke broadcast of one node.
   *
   * @param origin the origin of the node's own values
   * @param broadcast sends an update to all other nodes
   */
  Hub(Node node, Settings settings, UpdateLog log, String origin, Consumer<Update> broadcast) {
    this.node = node;
    this.settings = settings;
    this.log = log;
    this.origin = origin;
    this.broadcast = broadcast;
    this.lastTick = node.now().minus(settings.forwardDelay());
    this.lastFlush = node.now().minus(settings.flushInterval());
  }

  /** A value of the node's own was appended to the log. */
  void onAppend() {
    if (forwardTimer == null) {
      forwardTimer = node.after(nextForward().minus(node.now()), this::forward);
    }
  }

  /** In step with the other nodes, unless there is no tick to keep step with. */
  private Duration nextForward() {
    Duration afterTick = lastTick.plus(settings.forwardDelay());
    Duration afterNextTick = afterTick.plus(settings.flushInterval());
    if (settings.forwardDelay().isZero() || afterTick.compareTo(node.now()) > 0) {
      return afterTick;
    }
    return afterNextTick.compareTo(node.now()) > 0 ? afterNextTick : node.now();
  }

  private void forward() {
    if (forwardTimer != null) {
      forwardTimer.cancel(); // after a failover it may be set for later
      forwardTimer = null;
    }
    String hub = hub();
    if (hub.equals(node.id())) {
      flushAfter(node.now().plus(LINGER));
      return;
    }
    for (Batch batch : log.since(origin, nextToForward)) {
      nextToForward += batch.values().size();
      node.send(hub, new Forward(batch));
    }
    forwardedTo = hub;
    awaitAcknowledgement();
  }

  /**
   * The timeout runs from the first values that wait for an acknowledgement, or from the last
   * acknowledgement, however many values are forwarded meanwhile.
   */
  private void awaitAcknowledgement() {
    if (ackTimer == null && nextToForward > nextToAcknowledge) {
      String hub = forwardedTo;
      ackTimer = node.after(settings.flushInterval().plus(ACK_TIMEOUT), () -> failOver(hub));
    }
  }

  private void failOver(String hub) {
    ackTimer = null;
    suspectedUntil.put(hub, node.now().plus(SUSPICION_TIMEOUT));
    nextToForward = nextToAcknowledge;
    forward();
  }

  /** The first node in the list that is not suspected. */
  private String hub() {
    return node.ids().stream()
        .filter(id -> suspectedUntil.getOrDefault(id, Duration.ZERO).compareTo(node.now()) <= 0)
        .findFirst()
        .orElseThrow(); // a node does not suspect itself
  }

  /** Another node uses this one as its hub. */
  void onForward(Batch batch) {
    forwarded.add(batch);
    flushAfter(node.now().plus(LINGER));
  }

  /**
   * Flushes at this time, or a flush interval after the last flush. Values that have just missed
   * the last flush go at once, or they would take twice as long as the others.
   */
  private void flushAfter(Duration time) {
    if (flushTimer != null) {
      return;
    }
    Duration earliest = lastFlush.plus(settings.flushInterval());
    boolean late =
        !settings.forwardDelay().isZero() && time.compareTo(lastFlush.plus(LATE_WINDOW)) < 0;
    Duration due = late || time.compareTo(earliest) > 0 ? time : earliest;
    flushTimer = node.after(due.minus(node.now()), () -> flush(!late));
  }

  private void flush(boolean tick) {
    flushTimer = null;
    for (Batch own : log.since(origin, nextToAcknowledge)) {
      forwarded.add(own);
      nextToAcknowledge += own.values().size(); // a node that misses it is repaired by anti-entropy
      nextToForward = nextToAcknowledge;
    }
    if (tick && !forwarded.isEmpty()) {
      lastFlush = node.now();
      lastTick = lastFlush;
    }
    for (List<Batch> batches : UpdateLog.messages(forwarded)) {
      broadcast.accept(new Update(batches, false, tick));
    }
    forwarded.clear();
  }

  /** An update has arrived. */
  void onUpdate(Request<Update> request) {
    suspectedUntil.remove(request.src());
    int before = nextToAcknowledge;
    request.body().batches().forEach(this::acknowledge);
    // A repaired update is an acknowledgement, too, but no sign that the hub is there.
    boolean answered = nextToAcknowledge > before && !request.body().repaired();
    if (answered || nextToAcknowledge == nextToForward) {
      if (ackTimer != null) {
        ackTimer.cancel();
        ackTimer = null;
      }
      awaitAcknowledgement();
    }
    if (request.body().tick() && request.src().equals(hub())) {
      lastTick = node.now();
      if (forwardTimer != null) {
        forwardTimer.cancel();
        forwardTimer = null;
        onAppend();
      }
    }
  }

  private void acknowledge(Batch batch) {
    int end = batch.sequence() + batch.values().size();
    if (batch.origin().equals(origin)
        && batch.sequence() <= nextToAcknowledge
        && end > nextToAcknowledge) {
      nextToAcknowledge = end;
      nextToForward = Math.max(nextToForward, end);
    }
  }
}
