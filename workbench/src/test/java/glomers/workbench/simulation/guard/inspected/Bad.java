package glomers.workbench.simulation.guard.inspected;

import glomers.node.Node;
import glomers.protocol.Body;

/** A server that can't be replayed. */
public final class Bad {
  record Stop() implements Body {}

  record StopOk() implements Body {}

  /** Does all that a server should not. */
  public Bad(Node node) {
    node.on(
        Stop.class,
        request -> {
          System.exit(0);
          return new StopOk();
        });
    Helper.help();
  }
}
