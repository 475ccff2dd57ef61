package glomers.node;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Repeats a call, with {@link Backoff}, until it succeeds:
 *
 * <pre>{@code
 * Retry.untilSuccess(node, MIN, MAX, () -> node.rpc(peer, message, Ok.class, TIMEOUT));
 * }</pre>
 *
 * <p>Only for idempotent requests: a call that timed out may have succeeded all the same. Must be
 * called where the node's methods may be called.
 */
public final class Retry {
  private final Node node;
  private final Backoff backoff;
  private final Supplier<? extends CompletionStage<?>> call;

  private Retry(Node node, Backoff backoff, Supplier<? extends CompletionStage<?>> call) {
    this.node = node;
    this.backoff = backoff;
    this.call = call;
  }

  /**
   * Makes a call at once, and another one after each that fails.
   *
   * @param delayMin the delay before the second call; each further delay is twice as long
   * @param delayMax the longest delay
   * @param call makes one call; its stage must complete at some time, as that of an rpc does at its
   *     timeout
   */
  public static void untilSuccess(
      Node node,
      Duration delayMin,
      Duration delayMax,
      Supplier<? extends CompletionStage<?>> call) {
    new Retry(node, new Backoff(node, delayMin, delayMax), call).attempt();
  }

  private void attempt() {
    call.get()
        .whenComplete(
            (reply, failure) -> {
              if (failure != null) {
                node.after(backoff.next(), this::attempt);
              }
            });
  }
}
