package glomers.workbench.report.picture;

import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The lanes from left to right: clients in one, then the nodes, with services in their midst. */
final class Lanes {
  private static final String CLIENT = "client";

  private final List<String> ids = new ArrayList<>();
  private final double left;
  private final double gap;

  /**
   * The lanes of these events.
   *
   * @param left where the first one is
   * @param gap how far apart they are; empty for what suits most pictures
   */
  Lanes(List<TraceEvent> events, List<String> nodes, double left, OptionalDouble gap) {
    this.left = left;
    TreeSet<String> others = new TreeSet<>();
    events.stream()
        .filter(MessageEnded.class::isInstance)
        .map(event -> ((MessageEnded) event).message())
        .flatMap(message -> Stream.of(message.src(), message.dest()))
        .map(Lanes::lane)
        .filter(id -> !nodes.contains(id))
        .forEach(others::add);
    if (others.remove(CLIENT)) {
      ids.add(CLIENT);
    }
    int half = (nodes.size() + 1) / 2;
    ids.addAll(nodes.subList(0, half));
    ids.addAll(others);
    ids.addAll(nodes.subList(half, nodes.size()));
    this.gap = gap.orElse(ids.size() > 3 ? 160 : 200);
  }

  static boolean isClient(String id) {
    return id.matches("c\\d+");
  }

  private static String lane(String id) {
    return isClient(id) ? CLIENT : id;
  }

  List<String> ids() {
    return ids;
  }

  double x(String id) {
    return left + ids.indexOf(lane(id)) * gap;
  }

  double first() {
    return left;
  }

  double last() {
    return left + (ids.size() - 1) * gap;
  }
}
