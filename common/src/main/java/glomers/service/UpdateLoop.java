package glomers.service;

import glomers.node.Backoff;
import glomers.node.Node;
import glomers.protocol.Codec;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.protocol.json.JsonText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The compare-and-set loop of one {@link KeyValue#update}. */
final class UpdateLoop<T> {
  /** Some 4 s of delays: less than a client of the node waits for. */
  static final int ATTEMPTS_MAX = 16;

  private static final Duration DELAY_MIN = Duration.ofMillis(10);
  private static final Duration DELAY_MAX = Duration.ofMillis(500);

  private final Node node;
  private final KeyValue store;
  private final Object key;
  private final Class<T> type;
  private final Function<Optional<T>, T> function;
  private final Backoff backoff;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private int attempts;

  UpdateLoop(
      Node node, KeyValue store, Object key, Class<T> type, Function<Optional<T>, T> function) {
    this.node = node;
    this.store = store;
    this.key = key;
    this.type = type;
    this.function = function;
    this.backoff = new Backoff(node, DELAY_MIN, DELAY_MAX);
  }

  CompletionStage<T> run() {
    attempt();
    return result;
  }

  private void attempt() {
    attempts++;
    store.readIfPresent(key, JsonText.class).thenCompose(this::replace).whenComplete(this::settle);
  }

  private CompletionStage<T> replace(Optional<JsonText> current) {
    T next = function.apply(current.map(json -> Codec.value(json, type)));
    // The value read is sent back as text: converted to Java and back it might be written
    // differently.
    return store
        .compareAndSet(key, current.orElse(JsonText.NULL), next, current.isEmpty())
        .thenApply(done -> next);
  }

  private void settle(T value, Throwable failure) {
    if (failure == null) {
      result.complete(value);
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (isConflict(cause) && attempts < ATTEMPTS_MAX) {
      node.after(backoff.next(), this::attempt);
    } else {
      result.completeExceptionally(cause);
    }
  }

  /** Whether another client came between, so that nothing was changed. */
  private static boolean isConflict(Throwable failure) {
    return failure instanceof RpcException e
        && (e.code().equals(ErrorCode.PRECONDITION_FAILED)
            || e.code().equals(ErrorCode.KEY_DOES_NOT_EXIST));
  }
}
