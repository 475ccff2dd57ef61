package glomers.workbench.simulation.guard;

import glomers.node.Node;
import glomers.workbench.time.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Constructs servers, and stops the scheduler before the first of them gets a message if it can't
 * be simulated.
 */
public final class InspectedServers<S> implements Function<Node, S> {
  private final Function<? super Node, ? extends S> factory;
  private final Scheduler scheduler;
  private Optional<ServerInspection> inspection = Optional.empty();

  public InspectedServers(Function<? super Node, ? extends S> factory, Scheduler scheduler) {
    this.factory = factory;
    this.scheduler = scheduler;
  }

  @Override
  public S apply(Node node) {
    S server = factory.apply(node);
    if (server != null && !(server instanceof Node)) {
      ServerInspection known = ServerInspection.of(server.getClass());
      inspection = Optional.of(known);
      if (!known.errors().isEmpty()) {
        scheduler.stop();
      }
    }
    return server;
  }

  /**
   * The warnings of the inspection; none if no server was constructed. Throws as {@link
   * ServerInspection#requireNoErrors} does.
   */
  public List<String> inspect() {
    inspection.ifPresent(ServerInspection::requireNoErrors);
    return inspection.map(ServerInspection::warnings).orElse(List.of());
  }
}
