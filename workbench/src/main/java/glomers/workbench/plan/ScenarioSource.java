package glomers.workbench.plan;

import glomers.workbench.network.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes plans as JUnit tests of scenarios.
 *
 * @param server the expression that makes the server
 * @param disks the expression of what lies between nodes and disks, if anything does
 * @param invariants the expressions of what must hold after each event, by name
 * @param eventualities what must become true after the end of faults
 */
public record ScenarioSource(
    Expression server,
    Optional<Expression> disks,
    Map<String, Expression> invariants,
    List<Eventually> eventualities) {
  /**
   * Something that must become true.
   *
   * @param name what, in words
   * @param withinMillis how long it may take
   * @param holds the expression of the check
   */
  public record Eventually(String name, long withinMillis, Expression holds) {
    private String call() {
      return "scenario.eventually(%s, Duration.ofMillis(%d), %s);"
          .formatted(JavaLiteral.of(name), withinMillis, holds.source());
    }
  }

  private static final String ADVICE =
      """
      // Put the code in place of each comment within the next statement. Method references, such as
      // Server::new, or MyTest::server for a static method of the test, stand there by themselves.
      """;

  /** Longer methods may exceed what a class file holds, and nobody would read them. */
  private static final int STEPS_MAX = 500;

  /**
   * A test that plays a plan; a comment in its place if the plan is too long for one.
   *
   * @param rule the name of the rule that must not be broken; empty if only the invariants count
   */
  public TestSource of(Plan plan, Optional<String> rule) {
    return new TestSource(server.packageName(), method(plan, rule));
  }

  private String method(Plan plan, Optional<String> rule) {
    if (plan.steps().size() > STEPS_MAX) {
      return String.format(
          Locale.ROOT,
          "// %,d steps are too many for a test; run the seed again instead.\n",
          plan.steps().size());
    }
    List<String> lines = new ArrayList<>();
    Stream<Expression> checks =
        Stream.concat(invariants.values().stream(), eventualities.stream().map(Eventually::holds));
    Stream<Expression> parts = Stream.concat(Stream.of(server), disks.stream());
    if (!Stream.concat(parts, checks).allMatch(Expression::isKnown)) {
      ADVICE.lines().forEach(lines::add);
    }
    lines.add("var scenario =");
    lines.addAll(setUp(plan));
    long now = 0;
    for (Step step : plan.steps()) {
      if (step.millis() > now) {
        lines.add("scenario.advance(Duration.ofMillis(" + (step.millis() - now) + "));");
        now = step.millis();
      }
      if (step instanceof Step.Inject inject) {
        lines.addAll(FaultSource.of(inject.event(), plan.nodes()));
      } else if (step instanceof Step.Invoke invoke) {
        lines.add(
            "scenario.invoke(%d, %s, %s);"
                .formatted(
                    invoke.worker(), JavaLiteral.of(invoke.f()), JavaLiteral.of(invoke.value())));
      }
    }
    eventualities.forEach(each -> lines.add(each.call()));
    lines.add("scenario.finish();");
    rule.ifPresent(name -> lines.add("scenario.assertHolds(" + JavaLiteral.of(name) + ");"));
    String name = "seed" + Long.toString(plan.options().seed()).replace('-', '_') + "Holds";
    return lines.stream()
        .collect(Collectors.joining("\n  ", "@Test\nvoid " + name + "() {\n  ", "\n}\n"));
  }

  private List<String> setUp(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "    Scenario.of(%s, %s, %s, %dL%s)"
            .formatted(
                server.source(),
                JavaLiteral.of(plan.nodes()),
                latency(plan.options().latency()),
                plan.options().seed(),
                disks.map(between -> ", " + between.source()).orElse("")));
    invariants.forEach(
        (name, holds) ->
            lines.add("        .always(%s, %s)".formatted(JavaLiteral.of(name), holds.source())));
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

  private String latency(Latency latency) {
    return latency.shape() == Latency.Shape.CONSTANT && disks.isEmpty()
        ? "Duration.ofMillis(" + latency.meanMillis() + ")"
        : "new Latency(Latency.Shape.%s, %d)".formatted(latency.shape(), latency.meanMillis());
  }
}
