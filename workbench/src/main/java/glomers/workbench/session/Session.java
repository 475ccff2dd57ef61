package glomers.workbench.session;

import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.OpType;
import glomers.workbench.session.Session.Reply;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The client side of one process: its state, and how it performs operations. A new process gets a
 * new session, so that state dies with its process. For use within events only.
 */
public interface Session {
  /**
   * Performs an operation, by any number of calls.
   *
   * @param done is called once, with the outcome; within this call only if no message is needed
   */
  void invoke(Invocation operation, Consumer<Completion> done);

  /**
   * An operation to perform.
   *
   * @param f the name of the function
   * @param value its argument, as the workload has it; null if it takes none
   */
  record Invocation(String f, Object value) {}

  /**
   * How an operation ended.
   *
   * @param type ok, fail or info
   * @param value its result, as the workload has it; of an operation that is not ok usually its
   *     argument
   * @param error why it is not ok, a value of EDN; null if there is nothing to tell
   * @param exception the kind of exception that its client met, such as {@code
   *     malformed-rpc-response}; null if none
   * @param invitesRetry whether the error says that it may succeed if it is tried again
   */
  record Completion(
      OpType type, Object value, Object error, String exception, boolean invitesRetry) {
    /** The error of an operation that was not answered in time. */
    public static final Keyword NET_TIMEOUT = Keyword.of("net-timeout");

    private static final Set<ErrorCode> INVITE_RETRY =
        Set.of(ErrorCode.TEMPORARILY_UNAVAILABLE, ErrorCode.TXN_CONFLICT);

    /** It took place. */
    public static Completion ok(Object value) {
      return new Completion(OpType.OK, value, null, null, false);
    }

    /** Whether it took place is unknown, and no message was sent that could tell. */
    public static Completion info(Object value) {
      return new Completion(OpType.INFO, value, null, null, false);
    }

    /**
     * It ended in a call that was not ok.
     *
     * @param reply anything but {@link Reply.Ok}
     */
    public static Completion of(Object value, Reply<?> reply, ErrorRule rule) {
      if (reply instanceof Reply.Failed<?> failed) {
        Object error = List.of(Keyword.of(failed.code().wireName()), failed.text());
        return new Completion(
            rule.type(failed.code()), value, error, null, INVITE_RETRY.contains(failed.code()));
      } else if (reply instanceof Reply.Malformed<?> malformed) {
        return new Completion(
            OpType.INFO, value, malformed.text(), "malformed-rpc-response", false);
      }
      return new Completion(rule.type(ErrorCode.TIMEOUT), value, NET_TIMEOUT, null, false);
    }
  }

  /** How a client records an operation that was answered with an error, or not at all. */
  enum ErrorRule {
    /** As failed if the error is definite; else its outcome is unknown. */
    BY_CODE,
    /** As failed: whether the operation took place makes no difference, as with a read. */
    ALWAYS_FAIL,
    /** As unknown, whatever the error is: Maelstrom's clients of sets and counters do so. */
    ALWAYS_INFO;

    OpType type(ErrorCode code) {
      return switch (this) {
        case BY_CODE -> code.definite() ? OpType.FAIL : OpType.INFO;
        case ALWAYS_FAIL -> OpType.FAIL;
        case ALWAYS_INFO -> OpType.INFO;
      };
    }
  }

  /** Calls from one process to its node. For use within events only. */
  interface Rpc {
    /**
     * Sends a request. One call may be under way at a time.
     *
     * @param reply the class of the expected reply, read strictly: no field may be missing, and
     *     none may be there that the class does not declare
     * @param then is called once, with the outcome of the call
     * @throws IllegalStateException if a call is under way already
     */
    <R extends Body> void call(Body request, Class<R> reply, Consumer<Reply<R>> then);
  }

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
