package glomers.node;

import java.util.random.RandomGenerator;

/**
 * The world of a {@link NodeEngine}: the port through which it sends, waits and draws. There is one
 * for production, {@link StdioRuntime}, and one for simulation; the engine can't tell which it has.
 *
 * <p>An environment never calls the engine, nor a task it was given, while another such call is
 * under way, and makes what one call did visible to the next. It must not call back from within one
 * of these methods.
 */
public interface Environment {
  /**
   * Sends a message.
   *
   * @param line the message as JSON, without a line break
   */
  void transmit(String line);

  /**
   * Runs the task once, after the delay, never within this call.
   *
   * @param delayNanos in nanoseconds; 0 or less means as soon as possible
   */
  Timer schedule(long delayNanos, Runnable task);

  /** Nanoseconds since some fixed moment; never goes back. */
  long nowNanos();

  /** The source of randomness of this one node. */
  RandomGenerator random();

  /** Where the node logs to. Must not block for long. */
  System.Logger log();
}
