package glomers.workbench.simulation;

import glomers.node.Node;
import glomers.workbench.plan.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What runs test, apart from their options: a server, and its invariants.
 *
 * @param <S> the class of the servers
 * @param server constructs the server on each node
 * @param invariants what must be true of the servers after each event
 */
public record SystemUnderTest<S>(
    Function<? super Node, ? extends S> server, List<Invariant<S>> invariants) {
  /** Keeps its own copies. */
  public SystemUnderTest {
    invariants = List.copyOf(invariants);
  }

  /**
   * A cluster of the nodes, latency and seed of a plan.
   *
   * @throws IllegalStateException if a node can't be initialised
   */
  public Scenario<S> scenario(Plan plan) {
    Scenario<S> scenario =
        Scenario.of(server, plan.nodes(), plan.options().latency(), plan.options().seed());
    invariants.forEach(invariant -> scenario.always(invariant.name(), invariant.holds()));
    return scenario;
  }

  /** The expression that makes the server; a comment if it is not known. */
  public String serverSource() {
    return serverExpression().source();
  }

  private Expression serverExpression() {
    return Expression.of(server, "what makes the server");
  }

  /** Whether a test that is written with these sources compiles as it is. */
  public boolean isSourceKnown() {
    return Stream.concat(
            Stream.of(serverExpression()), invariants.stream().map(Invariant::expression))
        .allMatch(Expression::isKnown);
  }
}
