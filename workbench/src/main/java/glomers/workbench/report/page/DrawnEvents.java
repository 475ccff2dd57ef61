package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.report.picture.Excerpt;
import glomers.workbench.report.picture.Excerpt.Part;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The events of a short run that its picture shows: its faults and its messages. If they are many,
 * those messages are shown that were lost or carried a value of the finding, then those of clients,
 * then the others; of each kind the nearest in time to the finding.
 *
 * @param events the chosen ones, in their order
 * @param messages how many of them are messages
 * @param all how many messages there were to choose from
 */
record DrawnEvents(List<TraceEvent> events, int messages, int all) {
  static final int MESSAGES_MAX = 40;

  /** As long as there are not so many, messages are shown that have nothing to do with it. */
  static final int MESSAGES_ENOUGH = 16;

  private static final int VALUES_MAX = 8;
  private static final int OTHER = 2;

  static DrawnEvents of(List<TraceEvent> events, Optional<Finding> finding) {
    List<TraceEvent> candidates =
        Excerpt.of(events, finding).stream()
            .filter(entry -> entry.part() == Part.TOLD || entry.part() == Part.IF_ROOM)
            .map(Excerpt.Entry::event)
            .filter(DrawnEvents::isDrawn)
            .toList();
    int[] messages =
        IntStream.range(0, candidates.size())
            .filter(i -> candidates.get(i) instanceof MessageEnded)
            .toArray();
    Set<Integer> chosen = new HashSet<>();
    for (Ranked message : ranked(candidates, messages, finding)) {
      if (chosen.size() < (message.rank() == OTHER ? MESSAGES_ENOUGH : MESSAGES_MAX)) {
        chosen.add(message.index());
      }
    }
    List<TraceEvent> drawn = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (chosen.contains(i) || !(candidates.get(i) instanceof MessageEnded)) {
        drawn.add(candidates.get(i));
      }
    }
    int all = (int) events.stream().filter(MessageEnded.class::isInstance).count();
    return new DrawnEvents(drawn, chosen.size(), all);
  }

  private static boolean isDrawn(TraceEvent event) {
    return event instanceof MessageEnded || event instanceof TraceEvent.Fault;
  }

  /** A message's index, and what it has to do with the finding: less the greater its rank. */
  private record Ranked(int index, int rank, long distanceNanos) {}

  private static List<Ranked> ranked(
      List<TraceEvent> events, int[] messages, Optional<Finding> finding) {
    List<String> tokens =
        finding.map(Finding::values).orElse(List.of()).stream()
            .limit(VALUES_MAX)
            .map(JsonTokens::of)
            .toList();
    Optional<Finding.Span> span = finding.flatMap(Finding::span);
    return IntStream.of(messages)
        .mapToObj(
            i -> {
              MessageEnded message = (MessageEnded) events.get(i);
              long distance = span.map(near -> distance(message, near)).orElse(0L);
              return new Ranked(i, rank(message, tokens), distance);
            })
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparingLong(Ranked::distanceNanos))
        .toList();
  }

  private static int rank(MessageEnded event, List<String> tokens) {
    String body = event.message().bodyJson();
    if (event.loss().isPresent()
        || tokens.stream().anyMatch(token -> JsonTokens.contains(body, token))) {
      return 0;
    }
    return isClient(event.message().src()) || isClient(event.message().dest()) ? 1 : OTHER;
  }

  private static boolean isClient(String id) {
    return id.startsWith("c");
  }

  private static long distance(MessageEnded event, Finding.Span span) {
    return Math.max(
        0, Math.max(span.fromNanos() - event.timeNanos(), event.sentNanos() - span.toNanos()));
  }

  /** What is left out; empty if nothing is. */
  String note() {
    return messages == all
        ? ""
        : messages
            + " of "
            + all
            + " messages are drawn: those that the finding rests on, that were lost, that carried a"
            + " value of it, or that came from or went to a client; of what repeats the first.";
  }
}
