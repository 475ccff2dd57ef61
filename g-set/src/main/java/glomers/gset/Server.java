package glomers.gset;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A grow-only set, a state-based CRDT (Shapiro et al. 2011, G-Set): the state is the set, and two
 * states merge into their union.
 *
 * <p>Once per period a node sends its state to each peer whose own state, as far as the node knows,
 * is another one. Gossip may be lost, duplicated or re-ordered: a union is the same in any order,
 * and however often a state takes part in it.
 */
final class Server {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Node node;
  private final Set<Long> state = new LinkedHashSet<>();

  /** The state that each peer last sent. */
  private final Map<String, Set<Long>> peerStates = new HashMap<>();

  /** The peers that wait for a reply. */
  private final Set<String> repliesDue = new HashSet<>();

  Server(Node node) {
    this.node = node;
    node.on(Add.class, this::add);
    node.on(Read.class, this::read);
    node.onOneWay(Gossip.class, this::merge);
    node.every(PERIOD, () -> node.peers().forEach(this::gossip));
  }

  private AddOk add(Request<Add> request) {
    state.add(request.body().element());
    return new AddOk();
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(state);
  }

  private void gossip(String peer) {
    boolean differs = !state.equals(peerStates.get(peer));
    if (repliesDue.remove(peer) || differs) {
      node.send(peer, new Gossip(state, differs));
    }
  }

  private void merge(Request<Gossip> gossip) {
    state.addAll(gossip.body().state());
    peerStates.put(gossip.src(), gossip.body().state());
    if (gossip.body().wantsReply()) {
      repliesDue.add(gossip.src());
    }
  }
}
