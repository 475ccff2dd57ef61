package glomers.workbench.report.picture;

import glomers.workbench.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a scenario that begins or ends a fault.
 *
 * @param name of the fault that begins; empty if none does
 * @param ends the names of faults that end
 * @param node whose fault it is; empty if it is the network's
 * @param text what it says, in lines
 */
record FaultStep(String name, List<String> ends, Optional<String> node, String text, double y) {
  private static final Set<String> WORDS =
      Set.of(
          "partition",
          "cut",
          "lose",
          "duplicate",
          "reorder",
          "slow",
          "heal",
          "crash",
          "restart",
          "pause",
          "resume");

  static boolean isOne(TraceEvent event) {
    return event instanceof TraceEvent.Step step && WORDS.contains(word(step));
  }

  private static String word(TraceEvent.Step step) {
    return step.command().split(" ")[0];
  }

  static FaultStep of(TraceEvent.Step step, double y) {
    String word = word(step);
    String rest = step.command().substring(word.length()).trim();
    return switch (word) {
      case "partition" -> network(word, "partition\n" + groups(rest), y);
      case "cut" -> network("partition", "one way:\n" + groups(rest), y);
      case "heal" -> new FaultStep("", List.of("partition"), Optional.empty(), "", y);
      case "crash" -> new FaultStep("crash " + rest, List.of(), Optional.of(rest), "crashes", y);
      case "restart" ->
          new FaultStep("", List.of("crash " + rest), Optional.of(rest), "restarts", y);
      case "pause" -> new FaultStep("pause " + rest, List.of(), Optional.of(rest), "paused", y);
      case "resume" -> new FaultStep("", List.of("pause " + rest), Optional.of(rest), "resumes", y);
      default ->
          rest.matches("0(\\.0)?|0 ms|down 1")
              ? new FaultStep("", List.of(word), Optional.empty(), "", y)
              : network(word, step.command(), y);
    };
  }

  private static FaultStep network(String name, String text, double y) {
    return new FaultStep(name, List.of(), Optional.empty(), text, y);
  }

  private static String groups(String text) {
    return text.replace("[", "").replace("]", "").replace(" from ", " | ").replace(", ", " ");
  }

  boolean begins() {
    return !name.isEmpty();
  }
}
