package glomers.workbench.simulation;

import glomers.node.Node;
import glomers.storage.Disk;
import glomers.workbench.checker.Result;
import glomers.workbench.plan.Expression;
import glomers.workbench.plan.OptionChange;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.ScenarioSource;
import glomers.workbench.plan.Step;
import glomers.workbench.plan.TestSource;
import glomers.workbench.shrink.Player;
import glomers.workbench.shrink.Player.Play;
import glomers.workbench.simulation.property.Eventuality;
import glomers.workbench.simulation.property.Invariant;
import glomers.workbench.trace.TraceEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What runs test, apart from their options: a server, its invariants, and its disks.
 *
 * @param <S> the class of the servers
 * @param server constructs the server on each node
 * @param invariants what must be true of the servers after each event
 * @param eventualities what must become true of them after the end of faults
 * @param disks what lies between the storage of nodes and their disks
 */
public record SystemUnderTest<S>(
    Function<? super Node, ? extends S> server,
    List<Invariant<S>> invariants,
    List<Eventuality<S>> eventualities,
    Optional<UnaryOperator<Disk>> disks)
    implements Player {
  /** The rules that a scenario judges by itself. */
  private static final Set<String> OF_PROPERTIES =
      Set.of(Invariant.RULE_NAME, Eventuality.RULE_NAME);

  /** Keeps its own copies. */
  public SystemUnderTest {
    invariants = List.copyOf(invariants);
    eventualities = List.copyOf(eventualities);
  }

  @Override
  public Play play(Plan plan) {
    Scenario<S> scenario = null;
    int setUp = 0;
    try {
      scenario = scenario(plan);
      setUp = scenario.events().size();
      play(plan, scenario);
      return play(scenario, scenario.judge(), setUp);
    } catch (AssertionError e) {
      if (scenario == null || scenario.violation().isEmpty()) {
        return Play.impossible(e.toString()); // an assertion within the server
      }
      return play(scenario, Result.builder().finding(scenario.violation().get()).build(), setUp);
    } catch (RuntimeException e) {
      return Play.impossible(e.toString()); // such as a server that needs a node that was left out
    }
  }

  private Scenario<S> scenario(Plan plan) {
    Scenario<S> scenario =
        Scenario.of(
            server,
            plan.nodes(),
            plan.options().latency(),
            plan.options().seed(),
            disks.orElse(UnaryOperator.identity()));
    invariants.forEach(scenario::always);
    return scenario.workload(
        plan.options().workload(),
        options -> OptionChange.of(plan.options()).forEach(change -> change.set().accept(options)));
  }

  private void play(Plan plan, Scenario<S> scenario) {
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
    eventualities.forEach(scenario::eventually);
    scenario.finish();
  }

  private static Play play(Scenario<?> scenario, Result result, int setUp) {
    List<TraceEvent> events = scenario.events();
    return new Play(
        result,
        scenario.outcome(),
        scenario.recording(),
        events.subList(setUp, events.size()),
        Optional.empty());
  }

  @Override
  public TestSource source(Plan plan, String rule) {
    Map<String, Expression> holds = new LinkedHashMap<>();
    invariants.forEach(
        invariant ->
            holds.put(
                invariant.name(),
                Expression.of(invariant.source(), "whether " + invariant.name())));
    List<ScenarioSource.Eventually> comes =
        eventualities.stream()
            .map(
                each ->
                    new ScenarioSource.Eventually(
                        each.name(),
                        each.within().toMillis(),
                        Expression.of(each.holds(), "whether " + each.name())))
            .toList();
    Optional<Expression> between =
        disks.map(it -> Expression.of(it, "what lies between nodes and disks"));
    return new ScenarioSource(serverExpression(), between, holds, comes)
        .of(plan, Optional.of(rule).filter(name -> !OF_PROPERTIES.contains(name)));
  }

  /** What a test has to write to get the server. */
  public Expression serverExpression() {
    return Expression.of(server, "what makes the server");
  }
}
