package glomers.workbench.simulation;

import glomers.node.Node;
import glomers.workbench.time.Scheduler;
import java.util.List;
import java.util.function.Function;

/**
 * Constructs servers, and stops the scheduler before the first of them gets a message if it can't
 * be simulated.
 */
final class InspectedServers<S> implements Function<Node, S> {
  private final Function<? super Node, ? extends S> factory;
  private final Scheduler scheduler;
  private ServerInspection inspection = new ServerInspection(List.of(), List.of());

  InspectedServers(Function<? super Node, ? extends S> factory, Scheduler scheduler) {
    this.factory = factory;
    this.scheduler = scheduler;
  }

  @Override
  public S apply(Node node) {
    S server = factory.apply(node);
    if (server != null && !(server instanceof Node)) {
      inspection = ServerInspection.of(server.getClass());
      if (!inspection.errors().isEmpty()) {
        scheduler.stop();
      }
    }
    return server;
  }

  /** The result of the inspection; throws as {@link ServerInspection#requireNoErrors} does. */
  ServerInspection inspection() {
    inspection.requireNoErrors();
    return inspection;
  }
}
