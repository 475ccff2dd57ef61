package glomers.workbench.checker.general;

import glomers.workbench.network.NetworkStats;
import java.util.Optional;
import java.util.Set;

/**
 * Servers that have to share what they are told, and send no message: then no fault is to blame,
 * and no look at a trace is needed.
 */
public final class SilentServers {
  /** Their nodes need not know of each other. */
  private static final Set<String> ALONE = Set.of("echo", "unique-ids");

  private SilentServers() {}

  /**
   * What a person should know of an invalid run; empty if servers sent messages, or need not.
   *
   * @param nodes how many there were
   */
  public static Optional<String> note(String workload, int nodes, NetworkStats network) {
    return nodes == 1 || ALONE.contains(workload) || network.servers().sent() > 0
        ? Optional.empty()
        : Optional.of(
            "In the whole run no node sent a message to another node, or to a service: no node can"
                + " know what another one was told.");
  }
}
