package glomers.workbench.simulation.shrink;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.Step;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SystemUnderTest;
import java.time.Duration;
import java.util.Optional;

/**
 * A plan that was played as a scenario, to its end.
 *
 * @param scenario null if the nodes could not be initialised
 * @param result without findings if the plan can't be played
 * @param problem why it can't be played; empty if it can
 */
record Play(Scenario<?> scenario, Result result, Optional<String> problem) {
  static Play of(SystemUnderTest<?> system, Plan plan) {
    Scenario<?> scenario = null;
    try {
      scenario = system.scenario(plan);
      play(plan, scenario);
      return new Play(scenario, scenario.judge(), Optional.empty());
    } catch (AssertionError e) {
      if (scenario == null || scenario.violation().isEmpty()) {
        return unplayable(scenario, e); // an assertion within the server
      }
      Result violated = Result.builder().finding(scenario.violation().get()).build();
      return new Play(scenario, violated, Optional.empty());
    } catch (RuntimeException e) {
      return unplayable(scenario, e); // such as a server that needs a node that was left out
    }
  }

  private static Play unplayable(Scenario<?> scenario, Throwable cause) {
    return new Play(scenario, Result.builder().build(), Optional.of(cause.toString()));
  }

  private static void play(Plan plan, Scenario<?> scenario) {
    scenario.workload(
        plan.options().workload(),
        options -> OptionChange.of(plan.options()).forEach(change -> change.set().accept(options)));
    long now = 0;
    for (Step step : plan.steps()) {
      if (step.millis() > now) {
        scenario.advance(Duration.ofMillis(step.millis() - now));
        now = step.millis();
      }
      if (step instanceof Step.Inject inject) {
        scenario.inject(inject.event());
      } else if (step instanceof Step.Invoke invoke) {
        scenario.invoke(invoke.worker(), invoke.f(), invoke.value());
      }
    }
    scenario.finish();
  }

  boolean breaks(String rule) {
    return result.findings().stream()
        .filter(finding -> finding.validity() == Validity.INVALID)
        .anyMatch(finding -> finding.rule().name().equals(rule));
  }
}
