package glomers.workbench.workload.set;

import glomers.protocol.ErrorCode;
import glomers.workbench.edn.EdnOrder;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Follows each element of a set through a history, in time that grows with the number of values
 * read, not with reads times elements.
 *
 * <p>Reads are visited newest first, by when they began. So the first that saw an element is its
 * last present one, and the first that missed it its last absent one, after which it need not be
 * looked at again. The elements still to be looked at are kept in the order in which they were
 * added: those that a read could not know yet are at the end and not visited. Each visit then ends
 * one element's search or is paid for by a value in the read.
 */
final class SetTimeline {
  private final Map<Object, SetElement> elements = new HashMap<>();
  private final List<SetRead> newestFirst = new ArrayList<>();

  SetTimeline(History history, String addFunction) {
    history
        .clientOps()
        .forEach(
            op -> {
              if (op.f().equals(addFunction)) {
                add(history, op);
              } else if (op.f().equals("read") && op.isOk()) {
                newestFirst.add(new SetRead(history.invocation(op), op));
              }
            });
    newestFirst.sort(Comparator.comparingLong(SetRead::begin).reversed());
    visitReads();
  }

  private void add(History history, Op op) {
    if (op.isInvoke()) {
      element(op.value()).tryToAdd(op);
    } else {
      SetElement element = element(history.invocation(op).value());
      if (op.isOk()) {
        element.acknowledge(op);
      } else if (isRefused(op)) {
        element.refuse(op);
      }
    }
  }

  /**
   * Whatever type the workload's client gives it: that of sets takes every error for indefinite.
   */
  private static boolean isRefused(Op op) {
    return op.type() == OpType.FAIL
        || (op.error() instanceof List<?> error
            && !error.isEmpty()
            && error.get(0) instanceof Keyword name
            && ErrorCode.isDefinite(name.name()));
  }

  private void visitReads() {
    List<SetElement> inOrderOfAdds = new LinkedList<>(elements.values());
    inOrderOfAdds.sort(Comparator.comparingLong(element -> element.added));
    for (SetRead read : newestFirst) {
      read.values().forEach(value -> element(value).see(read));
      Iterator<SetElement> neverMissedYet = inOrderOfAdds.iterator();
      while (neverMissedYet.hasNext()) {
        SetElement element = neverMissedYet.next();
        if (element.added > read.end()) {
          break;
        }
        if (!element.isIn(read)) {
          element.lastAbsent = read.invocation();
          neverMissedYet.remove();
        }
      }
    }
  }

  private SetElement element(Object value) {
    return elements.computeIfAbsent(value, SetElement::new);
  }

  /** Everything that was added or read, sorted by value. */
  List<SetElement> elements() {
    List<SetElement> sorted = new ArrayList<>(elements.values());
    sorted.sort(Comparator.comparing(element -> element.value, EdnOrder.INSTANCE));
    return sorted;
  }

  /** The reads that succeeded, by when they began, the newest first. */
  List<SetRead> newestReadsFirst() {
    return newestFirst;
  }
}
