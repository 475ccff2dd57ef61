package glomers.crdt;

import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A counter that grows and shrinks, a state-based CRDT (Shapiro et al. 2011, PN-Counter): the state
 * has a count for each node, and two states merge into the greater count of each.
 *
 * <p>Once per period a node sends its state to each peer whose own state, as far as the node knows,
 * is another one. Gossip may be lost, duplicated or re-ordered: a maximum is the same in any order,
 * and however often a state takes part in it.
 */
final class Server {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Node node;

  /** The key of this node's own count: a new one after a restart, for the sums begin at 0 again. */
  private final String incarnation;

  private final Map<String, Count> state = new HashMap<>();

  /** The state that each peer last sent. */
  private final Map<String, Map<String, Count>> peerStates = new HashMap<>();

  /** The peers that wait for a reply. */
  private final Set<String> repliesDue = new HashSet<>();

  Server(Node node) {
    this.node = node;
    this.incarnation = Incarnation.idOf(node);
    node.on(Add.class, this::add);
    node.on(Read.class, this::read);
    node.onOneWay(Gossip.class, this::merge);
    node.every(PERIOD, () -> node.peers().forEach(this::gossip));
  }

  private AddOk add(Request<Add> request) {
    Count before = state.getOrDefault(incarnation, Count.ZERO);
    state.put(incarnation, before.plus(request.body().delta()));
    return new AddOk();
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(state.values().stream().mapToLong(Count::value).sum());
  }

  private void gossip(String peer) {
    boolean differs = !state.equals(peerStates.get(peer));
    if (repliesDue.remove(peer) || differs) {
      node.send(peer, new Gossip(state, differs));
    }
  }

  private void merge(Request<Gossip> gossip) {
    gossip.body().state().forEach((origin, count) -> state.merge(origin, count, Count::max));
    if (!node.peers().contains(gossip.src())) {
      return; // of others nothing is kept
    }
    peerStates.put(gossip.src(), gossip.body().state());
    if (gossip.body().wantsReply()) {
      repliesDue.add(gossip.src());
    }
  }
}
