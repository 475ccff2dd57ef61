package glomers.node;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Calls again and again, with growing pauses, until a call succeeds:
 *
 * <pre>{@code
 * Retry.untilSuccess(node, MIN, MAX, () -> node.rpc(peer, message, Ok.class, TIMEOUT));
 * }</pre>
 *
 * <p>For requests that may be carried out more than once without harm: a call that timed out may
 * have succeeded all the same. To be used where the node's methods may be used.
 */
public final class Retry {
  private final Node node;
  private final Duration pauseMax;
  private final Supplier<? extends CompletionStage<?>> call;

  private Retry(Node node, Duration pauseMax, Supplier<? extends CompletionStage<?>> call) {
    this.node = node;
    this.pauseMax = pauseMax;
    this.call = call;
  }

  /**
   * Makes a call at once, and again after each one that fails.
   *
   * @param pauseMin before the second call; each further pause is twice as long
   * @param pauseMax the longest pause; each is cut short at random, by up to half, lest all that
   *     failed together try again together
   * @param call makes one call, which must complete some day, as an rpc does at its timeout
   */
  public static void untilSuccess(
      Node node,
      Duration pauseMin,
      Duration pauseMax,
      Supplier<? extends CompletionStage<?>> call) {
    new Retry(node, pauseMax, call).attempt(pauseMin);
  }

  private void attempt(Duration pause) {
    call.get()
        .whenComplete(
            (reply, failure) -> {
              if (failure != null) {
                Duration next = pause.multipliedBy(2);
                node.after(
                    shortened(pause),
                    () -> attempt(next.compareTo(pauseMax) < 0 ? next : pauseMax));
              }
            });
  }

  private Duration shortened(Duration pause) {
    return Duration.ofNanos((long) (pause.toNanos() * (0.5 + node.random().nextDouble() / 2)));
  }
}
