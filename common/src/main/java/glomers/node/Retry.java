package glomers.node;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Repeats a call until it succeeds. Each attempt may wait for its reply for twice as long as the
 * one before, as TCP does with what it sends again (RFC 6298, 5.5): where replies are slow, the
 * last attempts wait long enough for one.
 *
 * <pre>{@code
 * Retry.untilSuccess(node, MIN, MAX, timeout -> node.rpc(peer, message, Ok.class, timeout));
 * }</pre>
 *
 * <p>Only for idempotent requests: a call that timed out may have succeeded all the same. Must be
 * called where the node's methods may be called.
 */
public final class Retry {
  private final Node node;
  private final Backoff timeouts;
  private final Function<Duration, ? extends CompletionStage<?>> call;

  private Retry(
      Node node, Backoff timeouts, Function<Duration, ? extends CompletionStage<?>> call) {
    this.node = node;
    this.timeouts = timeouts;
    this.call = call;
  }

  /**
   * Makes a call at once, and another one after each that fails: when its timeout is over, also if
   * it failed before that.
   *
   * @param timeoutMin the first timeout; it and all others are cut by {@link Backoff}'s jitter, to
   *     a half at most
   * @param timeoutMax the longest timeout
   * @param call makes one call; its stage must complete at some time, as that of an rpc does at the
   *     timeout that it is given
   */
  public static void untilSuccess(
      Node node,
      Duration timeoutMin,
      Duration timeoutMax,
      Function<Duration, ? extends CompletionStage<?>> call) {
    new Retry(node, new Backoff(node, timeoutMin, timeoutMax), call).attempt();
  }

  private void attempt() {
    Duration timeout = timeouts.next();
    Duration end = node.now().plus(timeout);
    call.apply(timeout)
        .whenComplete(
            (reply, failure) -> {
              if (failure != null) {
                node.after(end.minus(node.now()), this::attempt);
              }
            });
  }
}
