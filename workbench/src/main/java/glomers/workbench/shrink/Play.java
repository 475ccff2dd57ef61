package glomers.workbench.shrink;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.run.RunRecord;
import glomers.workbench.trace.Recording;
import java.util.Optional;

/**
 * A plan that was played.
 *
 * @param result the verdict; without findings if the plan can't be played
 * @param outcome what it left behind
 * @param recording its messages
 * @param trace its steps and events, one per line
 * @param problem why it can't be played; empty if it can
 */
public record Play(
    Result result, RunRecord outcome, Recording recording, String trace, Optional<String> problem) {
  /** A plan that can't be played, for this reason. */
  public static Play impossible(String problem) {
    return new Play(Result.builder().build(), null, null, "", Optional.of(problem));
  }

  /** Whether the rule of this name is broken. */
  boolean breaks(String rule) {
    return result.findings().stream()
        .filter(finding -> finding.validity() == Validity.INVALID)
        .anyMatch(finding -> finding.rule().name().equals(rule));
  }
}
