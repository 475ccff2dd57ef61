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
 * those messages are shown that belong to operations of the finding, then those that were lost or
 * carried a value of it, then those of clients, then the others; of each kind the nearest in time
 * to the finding.
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

  /** What a message has to do with the finding: the most first. */
  private static final int RESTED_ON = 0;

  private static final int LOST_OR_VALUE = 1;
  private static final int OF_CLIENT = 2;
  private static final int OTHER = 3;

  static DrawnEvents of(List<TraceEvent> events, Optional<Finding> finding) {
    List<Excerpt.Entry> candidates =
        Excerpt.of(events, finding).stream()
            .filter(entry -> entry.part() == Part.TOLD || entry.part() == Part.IF_ROOM)
            .filter(entry -> isDrawn(entry.event()))
            .toList();
    int[] messages =
        IntStream.range(0, candidates.size())
            .filter(i -> candidates.get(i).event() instanceof MessageEnded)
            .toArray();
    Set<Integer> chosen = new HashSet<>();
    for (Ranked message : ranked(candidates, messages, finding)) {
      if (chosen.size() < (message.rank() == OTHER ? MESSAGES_ENOUGH : MESSAGES_MAX)) {
        chosen.add(message.index());
      }
    }
    List<TraceEvent> drawn = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      TraceEvent candidate = candidates.get(i).event();
      if (chosen.contains(i) || !(candidate instanceof MessageEnded)) {
        drawn.add(candidate);
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
      List<Excerpt.Entry> entries, int[] messages, Optional<Finding> finding) {
    List<String> tokens =
        finding.map(Finding::values).orElse(List.of()).stream()
            .limit(VALUES_MAX)
            .map(JsonTokens::of)
            .toList();
    Optional<Finding.Span> span = finding.flatMap(Finding::span);
    return IntStream.of(messages)
        .mapToObj(
            i -> {
              MessageEnded message = (MessageEnded) entries.get(i).event();
              long distance = span.map(near -> distance(message, near)).orElse(0L);
              boolean isRestedOn = entries.get(i).isRestedOn();
              return new Ranked(i, isRestedOn ? RESTED_ON : rank(message, tokens), distance);
            })
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparingLong(Ranked::distanceNanos))
        .toList();
  }

  private static int rank(MessageEnded event, List<String> tokens) {
    String body = event.message().bodyJson();
    if (event.loss().isPresent()
        || tokens.stream().anyMatch(token -> JsonTokens.contains(body, token))) {
      return LOST_OR_VALUE;
    }
    return isClient(event.message().src()) || isClient(event.message().dest()) ? OF_CLIENT : OTHER;
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
            + " messages are drawn: those that the finding rests on, that were lost or carried a"
            + " value of it, then others of clients. Left out are final operations that do not"
            + " matter, and what repeats.";
  }
}
