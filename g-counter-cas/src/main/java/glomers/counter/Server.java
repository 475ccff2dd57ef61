package glomers.counter;

import glomers.node.Node;
import glomers.node.Request;
import glomers.service.KeyValue;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the counter under one key of the sequential store: adds by a compare-and-set loop, and
 * reads the key. It does not pass, for a sequential store may answer reads from the past for ever.
 */
final class Server {
  private static final String KEY = "counter";

  private final KeyValue store;

  Server(Node node) {
    this.store = KeyValue.sequential(node);
    node.onAsync(Add.class, this::add);
    node.onAsync(Read.class, this::read);
  }

  private CompletionStage<AddOk> add(Request<Add> request) {
    return store
        .update(KEY, Long.class, value -> value.orElse(0L) + request.body().delta())
        .thenApply(value -> new AddOk());
  }

  private CompletionStage<ReadOk> read(Request<Read> request) {
    return store.readIfPresent(KEY, Long.class).thenApply(value -> new ReadOk(value.orElse(0L)));
  }
}
