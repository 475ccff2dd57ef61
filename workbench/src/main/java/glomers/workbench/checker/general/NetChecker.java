package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.network.NetworkStats;
import java.util.Map;

/**
 * Counts the messages of a test: in all, with clients, and between servers; and per client
 * operation, reads included. Always valid.
 *
 * @param stats the count of the test's messages
 */
public record NetChecker(NetworkStats stats) implements Checker {
  @Override
  public Result check(History history) {
    long operations = history.clientOps().filter(Op::isInvoke).count();
    NetworkStats.Count clients = stats.clients();
    NetworkStats.Count servers = stats.servers();
    return Result.builder()
        .detail(
            "all",
            counts(
                clients.sent() + servers.sent(),
                clients.received() + servers.received(),
                operations))
        .detail("clients", counts(clients.sent(), clients.received(), 0))
        .detail("servers", counts(servers.sent(), servers.received(), operations))
        .figure(
            "server messages per operation",
            operations == 0 ? 0 : (double) servers.sent() / operations)
        .verdictLast()
        .build();
  }

  /** Each message is sent once, so that there are as many messages as sends. */
  private static Map<Keyword, Object> counts(long sent, long received, long operations) {
    Map<Keyword, Object> counts =
        Edn.map("send-count", sent, "recv-count", received, "msg-count", sent);
    if (operations > 0) {
      counts.put(Keyword.of("msgs-per-op"), (float) ((double) sent / operations));
    }
    return counts;
  }
}
