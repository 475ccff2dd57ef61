package glomers.workbench.report.picture;

import glomers.workbench.checker.Finding;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a short run a person should see: its faults, the messages of its clients, what was lost,
 * and of what servers repeat the first. Of the final operations those are told that the finding
 * rests on, if they would be many.
 */
public final class Excerpt {
  private static final int ALL_FINAL_MAX = 6;
  private static final int REPEATED_MIN = 3;

  /** How an event is to be shown. */
  public enum Part {
    /** In any case. */
    TOLD,
    /** If there is room: a message between servers that arrived. */
    IF_ROOM,
    /** As one of a number: a message between servers that says what another said before. */
    REPEATED,
    /** As one of a number: a message of a final operation on which the finding does not rest. */
    ASIDE
  }

  /**
   * An event and how it is to be shown.
   *
   * @param isRestedOn whether it is a message of an operation that the finding rests on
   */
  public record Entry(TraceEvent event, Part part, boolean isRestedOn) {
    /** Whether it is a message from one server to another. */
    public boolean isBetweenServers() {
      return event instanceof MessageEnded message && Excerpt.isBetweenServers(message);
    }
  }

  private final OperationMessages operations;
  private final Set<Long> restsOn;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();
  private boolean isFinal;

  private Excerpt(List<TraceEvent> events, Optional<Finding> finding) {
    operations = new OperationMessages(events);
    restsOn = operations.beginnings(finding.map(Finding::ops).orElse(List.of()));
  }

  /**
   * The messages and faults of a run; the beginning of the first final operation; and the ends of
   * operations of unknown outcome. In their order.
   *
   * @param finding what is wrong with the run; empty if nothing is known
   */
  public static List<Entry> of(List<TraceEvent> events, Optional<Finding> finding) {
    Excerpt excerpt = new Excerpt(events, finding);
    events.forEach(excerpt::add);
    return excerpt.folded();
  }

  /** The clients whose messages are told, in their order. */
  public static List<String> clients(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.part() == Part.TOLD)
        .map(Entry::event)
        .filter(MessageEnded.class::isInstance)
        .map(event -> ((MessageEnded) event).message())
        .flatMap(message -> Stream.of(message.src(), message.dest()))
        .filter(Lanes::isClient)
        .distinct()
        .toList();
  }

  private static boolean isBetweenServers(MessageEnded event) {
    return !Lanes.isClient(event.message().src()) && !Lanes.isClient(event.message().dest());
  }

  private void add(TraceEvent event) {
    if (event instanceof MessageEnded message) {
      entries.add(new Entry(event, part(message), isRestedOn(message)));
    } else if (event instanceof TraceEvent.Fault) {
      seen.clear();
      entries.add(new Entry(event, Part.TOLD, false));
    } else if (event instanceof TraceEvent.Operation operation && isTold(operation.op())) {
      entries.add(new Entry(event, Part.TOLD, false));
    }
  }

  private boolean isTold(Op op) {
    boolean isFirstFinal = op.isFinal() && !isFinal;
    isFinal |= op.isFinal();
    return isFirstFinal || op.isClient() && op.type() == OpType.INFO && op.error() != null;
  }

  private Part part(MessageEnded event) {
    String src = event.message().src();
    String dest = event.message().dest();
    if (!isBetweenServers(event)) {
      boolean isAside = isFinal && !restsOn.isEmpty() && !isRestedOn(event);
      if (!isAside) {
        seen.clear();
      }
      return isAside ? Part.ASIDE : Part.TOLD;
    }
    String body = BodyLabel.of(event.message().body(), Integer.MAX_VALUE);
    boolean isNew = seen.add(List.of(src, dest, body, event.loss().toString()));
    return !isNew ? Part.REPEATED : event.loss().isPresent() ? Part.TOLD : Part.IF_ROOM;
  }

  private boolean isRestedOn(MessageEnded event) {
    return operations.operation(event).filter(op -> restsOn.contains(op.index())).isPresent();
  }

  /** Folds only what is many. */
  private List<Entry> folded() {
    boolean hasFinding = entries.stream().anyMatch(this::isFinalAndTold);
    if (hasFinding && count(Part.ASIDE) <= ALL_FINAL_MAX) {
      entries.replaceAll(entry -> replaced(entry, Part.ASIDE, Part.TOLD));
    }
    if (count(Part.REPEATED) < REPEATED_MIN) {
      entries.replaceAll(entry -> replaced(entry, Part.REPEATED, Part.IF_ROOM));
    }
    return entries;
  }

  private boolean isFinalAndTold(Entry entry) {
    return entry.part() == Part.TOLD
        && entry.event() instanceof MessageEnded message
        && operations.operation(message).filter(Op::isFinal).isPresent();
  }

  private long count(Part part) {
    return entries.stream().filter(entry -> entry.part() == part).count();
  }

  private static Entry replaced(Entry entry, Part from, Part to) {
    return entry.part() == from ? new Entry(entry.event(), to, entry.isRestedOn()) : entry;
  }
}
