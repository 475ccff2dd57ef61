package glomers.workbench.shrink;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.TestSource;
import glomers.workbench.run.RunRecord;
import glomers.workbench.trace.Recording;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays plans on the system that is tested. */
public interface Player {
  /** Plays a plan to its end. The same plan always leads to the same result. */
  Play play(Plan plan);

  /**
   * A JUnit test that plays a plan.
   *
   * @param rule the name of the rule that must not be broken
   */
  TestSource source(Plan plan, String rule);

  /**
   * A plan that was played.
   *
   * @param result the verdict; without findings if the plan can't be played
   * @param outcome what it left behind
   * @param recording its messages
   * @param events its events, without those before its first step
   * @param problem why it can't be played; empty if it can
   */
  record Play(
      Result result,
      RunRecord outcome,
      Recording recording,
      List<TraceEvent> events,
      Optional<String> problem) {
    /** A plan that can't be played, for this reason. */
    public static Play impossible(String problem) {
      return new Play(Result.builder().build(), null, null, List.of(), Optional.of(problem));
    }

    /** Its steps and events, one per line. */
    public String trace() {
      return events.stream()
          .map(TraceText::of)
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    }

    /** Whether the rule of this name is broken. */
    boolean breaks(String rule) {
      return casesOf(rule).findAny().isPresent();
    }

    /** The findings by which the rule of this name is broken. */
    Stream<Finding> casesOf(String rule) {
      return result.findings().stream()
          .filter(finding -> finding.validity() == Validity.INVALID)
          .filter(finding -> finding.rule().name().equals(rule));
    }
  }
}
