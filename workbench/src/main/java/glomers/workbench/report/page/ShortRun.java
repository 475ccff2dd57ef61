package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/**
 * A short run that fails as the reported run does, for a report to draw and to print.
 *
 * @param summary how long it is, and how long the full run is, in a sentence
 * @param finding what is wrong with it; empty if nothing is known
 * @param events its messages and faults, in their order
 * @param nodes the ids of its nodes, in order
 * @param source a JUnit test that plays it, to be pasted
 */
public record ShortRun(
    String summary,
    Optional<Finding> finding,
    List<TraceEvent> events,
    List<String> nodes,
    String source) {
  /** Keeps its own copies. */
  public ShortRun {
    events = List.copyOf(events);
    nodes = List.copyOf(nodes);
  }

  private static final String FINAL = " The final operations are not counted.";

  private static final String OWN_NAMES =
      " Its transactions are numbered anew: its T1 is not T1 of the full run.";

  /** What a report needs of the shortest run. */
  public static ShortRun of(ShortestRun run) {
    boolean namesTxns = run.finding().filter(found -> !found.named().isEmpty()).isPresent();
    boolean hasFinal = run.play().events().stream().anyMatch(ShortRun::isFinal);
    return new ShortRun(
        run.summary() + (hasFinal ? FINAL : "") + (namesTxns ? OWN_NAMES : ""),
        run.finding(),
        run.play().events(),
        run.plan().nodes(),
        run.source().method());
  }

  private static boolean isFinal(TraceEvent event) {
    return event instanceof TraceEvent.Operation operation && operation.op().isFinal();
  }
}
