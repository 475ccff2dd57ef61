package glomers.node;

import glomers.protocol.EncodedMessage;
import glomers.storage.Disk;
import java.util.random.RandomGenerator;

/**
 * The world of a {@link NodeEngine}: the port through which it sends messages, sets timers and
 * draws random numbers. {@link StdioRuntime} is the one for production; the simulation has another
 * one, and the engine can't tell them apart.
 *
 * <p>An environment never calls the engine, or a task that it was given, while another such call
 * runs, and each call sees the effects of the one before. It must not call back from within one of
 * these methods.
 */
public interface Environment {
  /** Sends a message. */
  void transmit(EncodedMessage message);

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

  /**
   * The node's files. Called only for a server that keeps something, and once for each that is
   * constructed: that is one, unless its constructor has failed.
   *
   * @param node the node's id
   */
  Disk disk(String node);

  /** The node's log. Must not block for long. */
  System.Logger log();
}
