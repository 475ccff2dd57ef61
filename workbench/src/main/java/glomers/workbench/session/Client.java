package glomers.workbench.session;

import com.google.gson.JsonPrimitive;
import glomers.node.Timer;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorBody;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import glomers.workbench.network.Network;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.time.Scheduler;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One address on the network that makes one call at a time. For use within events only. */
public final class Client {
  private static final String IN_REPLY_TO = "in_reply_to";

  private static final RpcException MISSING =
      RpcException.malformed(
          "the field \"" + IN_REPLY_TO + "\" is missing (it must be the request's msg_id)", null);

  private final String id;
  private final Network network;
  private final Scheduler scheduler;
  private long lastMsgId;
  private PendingCall<?> pending;

  /** A client that is connected under this id, which must start with a c. */
  public Client(String id, Network network, Scheduler scheduler) {
    this.id = id;
    this.network = network;
    this.scheduler = scheduler;
    network.connect(id, (messageId, message) -> receive(message));
  }

  /**
   * Calls to one node.
   *
   * @param timeoutNanos how long to wait for each reply, in nanoseconds
   */
  public Rpc to(String node, long timeoutNanos) {
    return new Rpc() {
      @Override
      public <R extends Body> void call(Body request, Class<R> reply, Consumer<Reply<R>> then) {
        Client.this.call(node, request, reply, timeoutNanos, then);
      }
    };
  }

  /**
   * Sends a request.
   *
   * @param reply the class of the expected reply, read strictly
   * @param timeoutNanos how long to wait for the reply, in nanoseconds; what comes later is ignored
   * @param then is called once, with the outcome of the call
   * @throws IllegalStateException if a call is under way already
   */
  public <R extends Body> void call(
      String node, Body request, Class<R> reply, long timeoutNanos, Consumer<Reply<R>> then) {
    if (pending != null) {
      throw new IllegalStateException(id + " waits for a reply already");
    }
    long msgId = ++lastMsgId;
    Message message = message(node, request, OptionalLong.of(msgId));
    PendingCall<R> call = new PendingCall<>(msgId, message, reply, then);
    call.timeout = scheduler.schedule(timeoutNanos, () -> settle(call, call.timedOut()));
    pending = call;
    network.send(message);
  }

  /** Sends a message that expects no reply. */
  public void send(String node, Body body) {
    network.send(message(node, body, OptionalLong.empty()));
  }

  private Message message(String node, Body body, OptionalLong msgId) {
    return Codec.write(id, node, body, msgId, OptionalLong.empty()).message();
  }

  private void receive(Message message) {
    if (pending != null) { // otherwise the reply to a call that was given up
      receive(pending, message);
    }
  }

  private <R extends Body> void receive(PendingCall<R> call, Message message) {
    if (call.isAnsweredBy(message)) {
      settle(call, call.read(message));
    }
  }

  private <R extends Body> void settle(PendingCall<R> call, Reply<R> reply) {
    pending = null;
    call.timeout.cancel();
    call.then.accept(reply);
  }

  /** Leaves the network. A call that is under way is never told of its end. */
  public void close() {
    if (pending != null) {
      pending.timeout.cancel();
      pending = null;
    }
    network.disconnect(id);
  }

  /** A call that waits for its reply. */
  private static final class PendingCall<R extends Body> {
    final long msgId;
    final Message request;
    final Class<R> type;
    final Consumer<Reply<R>> then;
    Timer timeout;

    /** A message that looks like the reply, but does not say to what; null if there was none. */
    private Message unaddressed;

    PendingCall(long msgId, Message request, Class<R> type, Consumer<Reply<R>> then) {
      this.msgId = msgId;
      this.request = request;
      this.type = type;
      this.then = then;
    }

    /** Whether a message is the reply. One that answers nothing, or another message, is none. */
    boolean isAnsweredBy(Message message) {
      try {
        OptionalLong inReplyTo = message.inReplyTo();
        if (inReplyTo.isPresent()) {
          return inReplyTo.getAsLong() == msgId;
        }
      } catch (RpcException e) {
        // No number of a message that this client has sent.
      }
      if (unaddressed == null && message.type().equals(Optional.of(Codec.typeOf(type)))) {
        unaddressed = message;
      }
      return false;
    }

    Reply<R> timedOut() {
      if (unaddressed == null) {
        return new Reply.TimedOut<>();
      }
      if (!unaddressed.body().has(IN_REPLY_TO)) {
        return malformed(unaddressed, MISSING);
      }
      try {
        Codec.strictBody(unaddressed, type);
        return new Reply.TimedOut<>(); // it replies to a number beyond all that are given
      } catch (RpcException e) {
        return malformed(unaddressed, e);
      }
    }

    Reply<R> read(Message message) {
      try {
        if (message.type().orElse("").equals(Codec.typeOf(ErrorBody.class))) {
          if (hasLargeCode(message)) {
            return new Reply.Failed<>(ErrorCode.of(Integer.MAX_VALUE), "");
          }
          ErrorBody error = Codec.strictBody(message, ErrorBody.class);
          return new Reply.Failed<>(ErrorCode.of(error.code()), error.text().orElse(""));
        }
        return new Reply.Ok<>(Codec.strictBody(message, type), message);
      } catch (RpcException e) {
        return malformed(message, e);
      }
    }

    /** Whether an error has a code that is an integer, but larger than any that has a meaning. */
    private static boolean hasLargeCode(Message message) {
      return message.body().get("code") instanceof JsonPrimitive code
          && code.isNumber()
          && code.getAsString().matches("-?[0-9]{10,}")
          && new BigInteger(code.getAsString()).bitLength() >= Integer.SIZE;
    }

    private Reply<R> malformed(Message message, RpcException problem) {
      return new Reply.Malformed<>(
          "node %s was sent %s and replied %s, which is malformed: %s%s"
              .formatted(
                  request.dest(),
                  request.bodyJson(),
                  message.bodyJson(),
                  problem.text(),
                  Traps.advice(message.body(), problem)));
    }
  }
}
