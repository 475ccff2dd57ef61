package glomers.node;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Repeats a call, with exponential backoff and jitter, until it succeeds:
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
  private final Duration delayMax;
  private final Supplier<? extends CompletionStage<?>> call;

  private Retry(Node node, Duration delayMax, Supplier<? extends CompletionStage<?>> call) {
    this.node = node;
    this.delayMax = delayMax;
    this.call = call;
  }

  /**
   * Makes a call at once, and another one after each that fails. Each delay is jittered by a random
   * share of up to a half, so that callers that failed together do not retry together.
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
    new Retry(node, delayMax, call).attempt(delayMin);
  }

  private void attempt(Duration delay) {
    call.get()
        .whenComplete(
            (reply, failure) -> {
              if (failure != null) {
                Duration next = delay.multipliedBy(2);
                node.after(
                    jittered(delay), () -> attempt(next.compareTo(delayMax) < 0 ? next : delayMax));
              }
            });
  }

  private Duration jittered(Duration delay) {
    return Duration.ofNanos((long) (delay.toNanos() * (0.5 + node.random().nextDouble() / 2)));
  }
}
