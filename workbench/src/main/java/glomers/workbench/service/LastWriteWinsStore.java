package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Message;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * lww-kv: two replicas, of which a random one serves each request.
 *
 * <p>The replicas never learn from each other. They are meant to: with each request Maelstrom
 * merges one into the other, by the timestamps of their values, but then carries the request out on
 * the replicas of before and drops the merged one. A server that relied on a merge would pass here
 * and fail there, so there is none here either. Compare-and-set never creates a key.
 */
final class LastWriteWinsStore implements Service {
  private final RandomGenerator random;
  private final List<Service> replicas =
      List.of(new LinearizableStore(false), new LinearizableStore(false));

  LastWriteWinsStore(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public Body handle(Message message) {
    return replicas.get(random.nextInt(replicas.size())).handle(message);
  }
}
