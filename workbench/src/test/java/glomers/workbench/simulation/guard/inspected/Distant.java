package glomers.workbench.simulation.guard.inspected;

import glomers.node.Node;
import glomers.workbench.simulation.guard.inspected.ids.Ids;

/** A server whose static state is far away. */
public final class Distant {
  /** Counts all servers that there have been. */
  public Distant(Node node) {
    node.log().log(System.Logger.Level.DEBUG, "server " + ++Ids.next);
  }
}
