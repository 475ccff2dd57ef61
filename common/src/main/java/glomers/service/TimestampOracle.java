package glomers.service;

import glomers.node.Node;
import glomers.protocol.Body;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A client of {@code lin-tso}, a linearizable timestamp oracle, which gives out 0, 1, 2 …, each
 * once: a timestamp asked for after another one has arrived, by whichever node, is larger than that
 * one.
 *
 * <p>Must be used where the node's methods may be called.
 */
public final class TimestampOracle {
  private static final String SERVICE = "lin-tso";

  record Ts() implements Body {}

  record TsOk(long ts) implements Body {}

  private final Node node;
  private final Duration timeout;

  /** A client that waits for {@link KeyValue#TIMEOUT}. */
  public TimestampOracle(Node node) {
    this(node, KeyValue.TIMEOUT);
  }

  /**
   * A client.
   *
   * @param timeout how long to wait for each reply; positive
   */
  public TimestampOracle(Node node, Duration timeout) {
    this.node = node;
    this.timeout = timeout;
  }

  /**
   * The next timestamp. The stage fails with an {@link glomers.protocol.RpcException}, such as
   * {@link glomers.protocol.ErrorCode#TIMEOUT}; a timestamp whose reply comes too late is given to
   * nobody.
   */
  public CompletionStage<Long> next() {
    return Calls.call(node, SERVICE, new Ts(), TsOk.class, timeout, TsOk::ts);
  }
}
