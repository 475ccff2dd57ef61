package glomers.workbench.simulation.loader;

import glomers.node.Node;
import glomers.workbench.plan.Expression;
import glomers.workbench.simulation.guard.ServerInspection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Constructs the server of a packaged part on nodes, as {@link ServerLoader} has found it. */
public final class LoadedServer implements Function<Node, Object>, Expression.Known {
  private final Function<Node, Object> constructor;
  private final Expression expression;
  private final ServerInspection inspection;
  private final Optional<String> note;

  LoadedServer(
      Function<Node, Object> constructor,
      Expression expression,
      ServerInspection inspection,
      Optional<String> note) {
    this.constructor = constructor;
    this.expression = expression;
    this.inspection = inspection;
    this.note = note;
  }

  /** A sentence about how it was loaded that a person has to know; empty if there is none. */
  public Optional<String> note() {
    return note;
  }

  /** The actions of the server that make runs with the same seed differ. */
  public List<String> warnings() {
    return inspection.warnings();
  }

  @Override
  public Expression expression() {
    return expression;
  }

  @Override
  public Object apply(Node node) {
    return constructor.apply(node);
  }
}
