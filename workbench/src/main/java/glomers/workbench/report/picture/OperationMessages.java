package glomers.workbench.report.picture;

import glomers.workbench.history.Op;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages of clients belong to which operation: those that a client exchanges with the
 * operation's node between its beginning and its end.
 */
final class OperationMessages {
  private final Map<MessageEnded, Op> begunBy = new IdentityHashMap<>();
  private final Map<Long, Long> beginnings = new HashMap<>();
  private final Map<Integer, Op> open = new LinkedHashMap<>();
  private final Map<String, Op> ofClients = new HashMap<>();

  OperationMessages(List<TraceEvent> events) {
    for (TraceEvent event : events) {
      if (event instanceof TraceEvent.Operation operation && operation.op().isClient()) {
        add(operation.op());
      } else if (event instanceof MessageEnded message) {
        add(message);
      }
    }
  }

  private void add(Op op) {
    if (op.isInvoke()) {
      open.put(op.process(), op);
    } else if (open.containsKey(op.process())) {
      Op begun = open.remove(op.process());
      beginnings.put(op.index(), begun.index());
      ofClients.values().remove(begun);
    }
  }

  private void add(MessageEnded event) {
    String src = event.message().src();
    if (Lanes.isClient(src) && !ofClients.containsKey(src)) {
      open.values().stream()
          .filter(op -> op.node().equals(event.message().dest()) && !ofClients.containsValue(op))
          .findFirst()
          .ifPresent(op -> ofClients.put(src, op));
    }
    Op op = ofClients.get(Lanes.isClient(src) ? src : event.message().dest());
    if (op != null) {
      begunBy.put(event, op);
    }
  }

  /** The entry with which the message's operation began; empty if it belongs to none. */
  Optional<Op> operation(MessageEnded event) {
    return Optional.ofNullable(begunBy.get(event));
  }

  /** The indices of the entries with which the operations began that these entries belong to. */
  Set<Long> beginnings(Collection<Op> entries) {
    Set<Long> indices = new HashSet<>();
    entries.forEach(op -> indices.add(beginnings.getOrDefault(op.index(), op.index())));
    return indices;
  }
}
