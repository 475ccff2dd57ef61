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
 * Has values go by way of one node, the hub, which sends what it got from all to all: two messages
 * a node and period, however many values there are.
 *
 * <p>The hub's message is also the beat by which all others submit: a period after it. So their
 * values arrive together, and the next message holds them all. It is an acknowledgement, too: a
 * node that misses its own values in it turns to the next node, and has that be its hub until the
 * first is heard of again. Nobody is elected: whoever is submitted to acts as a hub, and several at
 * once do no harm.
 */
final class Hub {
  /** How long the hub waits for submissions that come together with the first. */
  private static final Duration LINGER = Duration.ofMillis(60);

  /** What comes so soon after the hub's message was meant for it. */
  private static final Duration MISSED = Duration.ofMillis(400);

  /** How much longer than it should take, an acknowledgement may take. */
  private static final Duration PATIENCE = Duration.ofMillis(1_000);

  /** After this time a node that did not answer is given another chance. */
  private static final Duration SUSPICION = Duration.ofSeconds(10);

  private final Node node;
  private final Settings settings;
  private final Log log;
  private final String origin;
  private final Consumer<Share> spread;
  private final Map<String, Duration> suspectedUntil = new HashMap<>();
  private final List<Batch> submitted = new ArrayList<>();
  private Duration lastBeat;
  private Duration lastSpread;

  /** How many of the node's own values were submitted, and how many it has seen come back. */
  private int sent;

  private int acknowledged;
  private String submittedTo;
  private Timer toSubmit;
  private Timer patience;
  private Timer toSpread;

  /**
   * The node as its own and others' hub.
   *
   * @param origin what the node's own values are known by
   * @param spread sends values to all others
   */
  Hub(Node node, Settings settings, Log log, String origin, Consumer<Share> spread) {
    this.node = node;
    this.settings = settings;
    this.log = log;
    this.origin = origin;
    this.spread = spread;
    this.lastBeat = node.now().minus(settings.period());
    this.lastSpread = node.now().minus(settings.gap());
  }

  /** The node was told something; it is in the log already. */
  void told() {
    if (toSubmit == null) {
      toSubmit = node.after(until(nextTurn()), this::submit);
    }
  }

  /** In step with all others, unless there is no beat to keep step with. */
  private Duration nextTurn() {
    Duration turn = lastBeat.plus(settings.period());
    Duration nextBeat = turn.plus(settings.gap());
    if (settings.period().isZero() || turn.compareTo(node.now()) > 0) {
      return turn;
    }
    return nextBeat.compareTo(node.now()) > 0 ? nextBeat : node.now();
  }

  private void submit() {
    if (toSubmit != null) {
      toSubmit.cancel(); // it may be that of a later turn, if a hub was just turned from
      toSubmit = null;
    }
    String hub = hub();
    if (hub.equals(node.id())) {
      spreadAfter(node.now().plus(LINGER));
      return;
    }
    for (Batch batch : log.from(origin, sent)) {
      sent += batch.values().size();
      node.send(hub, new Submit(batch));
    }
    submittedTo = hub;
    awaitBeat();
  }

  /**
   * The time runs from the first submission that waits, or from the last acknowledgement, however
   * many submissions follow.
   */
  private void awaitBeat() {
    if (patience == null && sent > acknowledged) {
      String hub = submittedTo;
      patience = node.after(settings.gap().plus(PATIENCE), () -> turnFrom(hub));
    }
  }

  private void stopAwaiting() {
    if (patience != null) {
      patience.cancel();
      patience = null;
    }
  }

  private void turnFrom(String hub) {
    patience = null;
    suspectedUntil.put(hub, node.now().plus(SUSPICION));
    sent = acknowledged;
    submit();
  }

  private String hub() {
    for (String id : node.ids()) {
      Duration until = suspectedUntil.get(id);
      if (id.equals(node.id()) || until == null || until.compareTo(node.now()) < 0) {
        return id;
      }
    }
    return node.id();
  }

  /** Somebody has this node for its hub. */
  void submitted(Batch batch) {
    submitted.add(batch);
    spreadAfter(node.now().plus(LINGER));
  }

  /** How many values that were submitted are still to be spread. */
  int waiting() {
    return submitted.stream().mapToInt(batch -> batch.values().size()).sum();
  }

  /**
   * Spreads at this time, or when the gap to the last time is over. What has just missed its turn
   * is spread at once, or it would take two.
   */
  private void spreadAfter(Duration time) {
    if (toSpread != null) {
      return;
    }
    Duration earliest = lastSpread.plus(settings.gap());
    boolean missed = !settings.period().isZero() && time.compareTo(lastSpread.plus(MISSED)) < 0;
    Duration due = missed || time.compareTo(earliest) > 0 ? time : earliest;
    toSpread = node.after(until(due), () -> spread(!missed));
  }

  private void spread(boolean beat) {
    toSpread = null;
    for (Batch own : log.from(origin, acknowledged)) {
      submitted.add(own);
      acknowledged += own.values().size(); // whoever misses it finds it by its digests
      sent = acknowledged;
    }
    if (submitted.isEmpty()) {
      return;
    }
    spreadInParts(beat);
    if (beat) {
      lastSpread = node.now();
      lastBeat = lastSpread;
    }
  }

  /** In messages of bounded size; as a rule one is enough. */
  private void spreadInParts(boolean beat) {
    List<Batch> part = new ArrayList<>();
    int room = Log.VALUES_MAX;
    for (Batch batch : submitted) {
      if (batch.values().size() > room) {
        spread.accept(new Share(List.copyOf(part), false, beat));
        part.clear();
        room = Log.VALUES_MAX;
      }
      part.add(batch);
      room -= batch.values().size();
    }
    submitted.clear();
    spread.accept(new Share(part, false, beat));
  }

  /** Values have come from a hub. */
  void heard(Request<Share> request) {
    suspectedUntil.remove(request.src());
    int before = acknowledged;
    request.body().batches().forEach(this::acknowledge);
    // What repair brings back is acknowledged, too, but says nothing of whether the hub is there.
    boolean answered = acknowledged > before && !request.body().late();
    if (answered || acknowledged == sent) {
      stopAwaiting();
      awaitBeat();
    }
    if (request.body().beat() && request.src().equals(hub())) {
      lastBeat = node.now();
      if (toSubmit != null) {
        toSubmit.cancel();
        toSubmit = null;
        told();
      }
    }
  }

  private void acknowledge(Batch batch) {
    int end = batch.from() + batch.values().size();
    if (batch.origin().equals(origin) && batch.from() <= acknowledged && end > acknowledged) {
      acknowledged = end;
      sent = Math.max(sent, end);
    }
  }

  private Duration until(Duration time) {
    Duration left = time.minus(node.now());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
