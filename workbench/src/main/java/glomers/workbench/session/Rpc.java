package glomers.workbench.session;

import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import java.util.function.Consumer;

/** Calls from one process to its node. For use within events only. */
public interface Rpc {
  /** The id of the node. */
  String node();

  /**
   * Sends a request. One call may be under way at a time.
   *
   * @param reply the class of the expected reply, read strictly: no field may be missing, and none
   *     may be there that the class does not declare
   * @param then is called once, with the outcome of the call
   * @throws IllegalStateException if a call is under way already
   */
  <R extends Body> void call(Body request, Class<R> reply, Consumer<Reply<R>> then);

  /**
   * How a call ended.
   *
   * @param <R> the declared class of the reply
   */
  sealed interface Reply<R extends Body> {
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

    /**
     * With a reply that does not have the declared form; the text says what it is and should be.
     */
    record Malformed<R extends Body>(String text) implements Reply<R> {}
  }
}
