package glomers.crdt;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A grow-only set, a state-based CRDT (Shapiro et al. 2011, G-Set): the state is the set, and two
 * states merge into their union.
 *
 * <p>Once per period a node sends its state to all others. Gossip may be lost, duplicated or
 * re-ordered: a union is the same in any order, and however often a state takes part in it.
 */
final class Server {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Set<Long> state = new LinkedHashSet<>();

  Server(Node node) {
    node.on(Add.class, this::add);
    node.on(Read.class, this::read);
    node.onOneWay(Gossip.class, this::merge);
    node.every(PERIOD, () -> node.send(node.peers(), new Gossip(state)));
  }

  private AddOk add(Request<Add> request) {
    state.add(request.body().element());
    return new AddOk();
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(state);
  }

  private void merge(Request<Gossip> gossip) {
    state.addAll(gossip.body().state());
  }
}
