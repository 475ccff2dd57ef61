package glomers.counter;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Retry;
import glomers.service.KeyValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the sum of its own adds, and writes it under its own key of the sequential store. The
 * counter is the sum of the totals of all nodes (Shapiro et al. 2011, G-Counter).
 *
 * <p>Adds and reads are answered from memory. In each round a node writes its total and then reads
 * those of the others, and waits for a period. The write comes first because it is also a fence: it
 * is of a value that was never written before, which brings the store's view of this node up to
 * date. Without it the store might answer the reads from the past for ever.
 */
final class Server {
  private static final Duration PERIOD = Duration.ofSeconds(3);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Node node;
  private final KeyValue store;
  private final Map<String, Long> others = new HashMap<>();
  private long own;

  Server(Node node) {
    this.node = node;
    this.store = KeyValue.sequential(node).withTimeout(TIMEOUT);
    node.on(Add.class, this::add);
    node.on(Read.class, this::read);
    node.after(PERIOD, this::begin);
  }

  private AddOk add(Request<Add> request) {
    own += request.body().delta();
    return new AddOk();
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(own + others.values().stream().mapToLong(total -> total).sum());
  }

  private void begin() {
    Retry.untilSuccess(node, TIMEOUT, TIMEOUT, wait -> recover());
  }

  /**
   * Takes up what an earlier incarnation of this node has written: a client sees its own writes.
   */
  private CompletionStage<?> recover() {
    return store
        .readIfPresent(node.id(), Total.class)
        .thenAccept(
            earlier -> {
              own += earlier.map(Total::total).orElse(0L);
              exchange();
            });
  }

  private void exchange() {
    store
        .write(node.id(), new Total(own, node.random().nextInt()))
        .thenCompose(written -> readOthers())
        .whenComplete((done, failure) -> node.after(PERIOD, this::exchange));
  }

  private CompletionStage<?> readOthers() {
    return store
        .readAll(node.peers(), Total.class)
        .thenAccept(totals -> totals.forEach((peer, there) -> others.put(peer, there.total())));
  }
}
