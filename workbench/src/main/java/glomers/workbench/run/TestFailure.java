package glomers.workbench.run;

import glomers.workbench.cluster.NodeFailure;
import java.util.List;

/**
 * Why a test could not be finished.
 *
 * @param cause which node, what happened, and what can be done about it
 * @param lastErrors what the node printed last on standard error
 * @param hints at what may have gone wrong, a sentence or a few each
 */
public record TestFailure(NodeFailure cause, List<String> lastErrors, List<String> hints) {
  /** All of it, for a person to read. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    text.append("Node ").append(cause.node()).append(' ').append(cause.problem());
    if (lastErrors.isEmpty()) {
      text.append("\n\nIt printed nothing on standard error.");
    } else {
      text.append("\n\nThe last lines that it printed on standard error:");
      lastErrors.forEach(line -> text.append("\n    ").append(line));
    }
    text.append("\n\nWhat to do: ").append(cause.remedy()).append('.');
    hints.forEach(hint -> text.append("\n\n").append(hint));
    return text.toString();
  }
}
