package glomers.workbench.simulation.shrink;

import glomers.workbench.network.Latency;
import glomers.workbench.plan.JavaLiteral;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.Step;
import glomers.workbench.simulation.Invariant;
import glomers.workbench.simulation.SystemUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a plan as a JUnit test, which holds that one rule is not broken. */
final class ScenarioSource {
  private static final String ADVICE =
      """
      // Put the code in place of each comment within the next statement. Method references, such as
      // Server::new, or MyTest::server for a static method of the test, stand there by themselves.
      """;

  private ScenarioSource() {}

  static String of(Plan plan, SystemUnderTest<?> system, String rule) {
    List<String> lines = new ArrayList<>();
    if (!system.isSourceKnown()) {
      ADVICE.lines().forEach(lines::add);
    }
    lines.add("var scenario =");
    lines.addAll(setUp(plan, system));
    long now = 0;
    FaultSource faults = new FaultSource(plan.nodes(), lines::add);
    for (Step step : plan.steps()) {
      if (step.millis() > now) {
        lines.add("scenario.advance(Duration.ofMillis(" + (step.millis() - now) + "));");
        now = step.millis();
      }
      if (step instanceof Step.Inject inject) {
        inject.event().applyTo(faults);
      } else if (step instanceof Step.Invoke invoke) {
        lines.add(
            "scenario.invoke(%d, %s, %s);"
                .formatted(
                    invoke.worker(), JavaLiteral.of(invoke.f()), JavaLiteral.of(invoke.value())));
      }
    }
    lines.add("scenario.finish();");
    if (!rule.equals(Invariant.RULE_NAME)) {
      lines.add("scenario.assertHolds(" + JavaLiteral.of(rule) + ");");
    }
    String name = "seed" + Long.toString(plan.options().seed()).replace('-', '_') + "Holds";
    return lines.stream()
        .collect(Collectors.joining("\n  ", "@Test\nvoid " + name + "() {\n  ", "\n}\n"));
  }

  private static List<String> setUp(Plan plan, SystemUnderTest<?> system) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "    Scenario.of(%s, %s, %s, %dL)"
            .formatted(
                system.serverSource(),
                JavaLiteral.of(plan.nodes()),
                latency(plan.options().latency()),
                plan.options().seed()));
    for (Invariant<?> invariant : system.invariants()) {
      lines.add(
          "        .always(%s, %s)"
              .formatted(JavaLiteral.of(invariant.name()), invariant.source()));
    }
    String changes =
        OptionChange.of(plan.options()).stream()
            .map(OptionChange::call)
            .collect(Collectors.joining("."));
    lines.add(
        "        .workload(%s%s);"
            .formatted(
                JavaLiteral.of(plan.options().workload()),
                changes.isEmpty() ? "" : ", options -> options." + changes));
    return lines;
  }

  private static String latency(Latency latency) {
    return latency.shape() == Latency.Shape.CONSTANT
        ? "Duration.ofMillis(" + latency.meanMillis() + ")"
        : "new Latency(Latency.Shape.%s, %d)"
            .formatted(latency.shape().name().toUpperCase(Locale.ROOT), latency.meanMillis());
  }
}
