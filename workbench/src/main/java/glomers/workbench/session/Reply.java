package glomers.workbench.session;

import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;

/**
 * How a call ended.
 *
 * @param <R> the declared class of the reply
 */
public sealed interface Reply<R extends Body> {
  /**
   * With a reply of the declared form.
   *
   * @param message the whole message, for what the record does not hold
   */
  record Ok<R extends Body>(R body, Message message) implements Reply<R> {}

  /** With an error that the node answered with. */
  record Failed<R extends Body>(ErrorCode code, String text) implements Reply<R> {}

  /** With no reply in time. */
  record TimedOut<R extends Body>() implements Reply<R> {}

  /** With a reply that does not have the declared form; the text says what it is and should be. */
  record Malformed<R extends Body>(String text) implements Reply<R> {}
}
