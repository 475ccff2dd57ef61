package glomers.workbench.simulation.guard.inspected.ids;

/** State of all nodes, in another package than the server's. */
public final class Ids {
  public static long next;

  private Ids() {}
}
