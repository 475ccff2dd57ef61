package glomers.workbench.checker.general;

import glomers.workbench.checker.Sentences;
import glomers.workbench.history.FaultSpan;
import glomers.workbench.history.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The faults that changed nothing, for there were too few nodes: a partition of two nodes in which
 * each must see a majority cuts neither off, and one node exchanges no messages.
 */
public final class IdleFaults {
  private IdleFaults() {}

  /**
   * What a person should know of them; empty if each fault had an effect.
   *
   * @param nodes how many there were
   */
  public static Optional<String> note(History history, int nodes) {
    Map<String, List<FaultSpan>> byName =
        FaultSpan.of(history).stream()
            .collect(
                Collectors.groupingBy(
                    span -> span.start().fault(), TreeMap::new, Collectors.toList()));
    String idle =
        byName.entrySet().stream()
            .filter(fault -> count(fault.getValue(), nodes) > 0)
            .map(
                fault ->
                    Sentences.format(
                        "%d of %d faults of type %s",
                        count(fault.getValue(), nodes), fault.getValue().size(), fault.getKey()))
            .collect(Collectors.joining(", "));
    return idle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            idle
                + " changed nothing: "
                + (nodes == 1
                    ? "one node exchanges no messages with others."
                    : Sentences.format(
                        "with %d nodes some shapes of a partition cut no connection (less than a"
                            + " third of the nodes apart; a majority for each).",
                        nodes))
                + " Take more nodes (--node-count).");
  }

  private static long count(List<FaultSpan> spans, int nodes) {
    return spans.stream().filter(span -> span.start().isIdle(nodes)).count();
  }
}
