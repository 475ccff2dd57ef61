package glomers.workbench.workload.counter;

import glomers.node.Node;
import glomers.node.Retry;
import glomers.protocol.Body;
import glomers.workbench.workload.counter.CounterWorkload.Add;
import glomers.workbench.workload.counter.CounterWorkload.AddOk;
import glomers.workbench.workload.counter.CounterWorkload.Read;
import glomers.workbench.workload.counter.CounterWorkload.ReadOk;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * A correct counter: each add goes to all other nodes until they have acknowledged it, and counts
 * once. Broken ones override one of its steps.
 */
class CounterServer {
  /**
   * An add of another node.
   *
   * @param id differs from that of every other add
   */
  record Update(String id, long delta) implements Body {}

  record UpdateOk() implements Body {}

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  final Node node;
  private final Set<String> counted = new HashSet<>();
  private long adds;
  long sum;

  CounterServer(Node node) {
    this.node = node;
    node.on(
        Add.class,
        request -> {
          Update update = new Update(node.id() + "-" + ++adds, request.body().delta());
          apply(update);
          node.peers().forEach(peer -> replicate(peer, update));
          return new AddOk();
        });
    node.on(
        Update.class,
        request -> {
          apply(request.body());
          return new UpdateOk();
        });
    node.on(Read.class, request -> new ReadOk(read()));
  }

  void apply(Update update) {
    if (isNew(update)) {
      sum += update.delta();
    }
  }

  boolean isNew(Update update) {
    return counted.add(update.id());
  }

  void replicate(String peer, Update update) {
    Retry.untilSuccess(
        node, TIMEOUT, TIMEOUT, wait -> node.rpc(peer, update, UpdateOk.class, wait));
  }

  long read() {
    return sum;
  }
}
