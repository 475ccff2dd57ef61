package glomers.service;

import glomers.node.Node;
import glomers.protocol.Body;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Calls to services. */
final class Calls {
  private Calls() {}

  /**
   * Makes a call and reads its reply. Unlike a stage that depends on the call's, the one returned
   * fails with the bare exception, not with a {@link java.util.concurrent.CompletionException}.
   *
   * @param reader computes the result from the reply; its exception fails the stage
   */
  static <R extends Body, T> CompletionStage<T> call(
      Node node,
      String service,
      Body request,
      Class<R> reply,
      Duration timeout,
      Function<R, T> reader) {
    CompletableFuture<T> result = new CompletableFuture<>();
    node.rpc(service, request, reply, timeout)
        .whenComplete(
            (body, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
                return;
              }
              T value;
              try {
                value = reader.apply(body);
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
                return;
              }
              result.complete(value);
            });
    return result;
  }
}
