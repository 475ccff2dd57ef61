package glomers.workbench.client;

import com.google.gson.JsonObject;
import glomers.node.Timer;
import glomers.protocol.Codec;
import glomers.protocol.Error;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import glomers.workbench.network.Network;
import glomers.workbench.time.Scheduler;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One address on the network that makes one call at a time. For use within events only. */
public final class Client {
  private final String id;
  private final Network network;
  private final Scheduler scheduler;
  private long lastMsgId;
  private Waiting waiting;

  private record Waiting(long msgId, String node, Call call, Timer timeout, Consumer<Reply> then) {}

  /** A client that is connected under this id, which must start with a c. */
  public Client(String id, Network network, Scheduler scheduler) {
    this.id = id;
    this.network = network;
    this.scheduler = scheduler;
    network.connect(id, (messageId, message) -> receive(message));
  }

  /** Its address. */
  public String id() {
    return id;
  }

  /**
   * Sends a request.
   *
   * @param timeoutNanos how long to wait for the reply, in nanoseconds; what comes later is ignored
   * @param then is told how it ended, once
   * @throws IllegalStateException if a call is under way already
   */
  public void call(String node, Call call, long timeoutNanos, Consumer<Reply> then) {
    if (waiting != null) {
      throw new IllegalStateException(id + " waits for a reply already");
    }
    long msgId = ++lastMsgId;
    JsonObject body = call.body().deepCopy();
    body.addProperty("msg_id", msgId);
    Timer timeout = scheduler.schedule(timeoutNanos, () -> settle(new Reply.TimedOut()));
    waiting = new Waiting(msgId, node, call, timeout, then);
    network.send(new Message(id, node, body));
  }

  private void receive(Message message) {
    if (waiting == null) {
      return; // the reply to a call that was given up
    }
    OptionalLong inReplyTo;
    try {
      inReplyTo = message.inReplyTo();
    } catch (RpcException e) {
      settle(malformed(message, e.text()));
      return;
    }
    if (inReplyTo.isEmpty()) {
      settle(malformed(message, "the field \"in_reply_to\" is missing"));
    } else if (inReplyTo.getAsLong() == waiting.msgId()) {
      settle(judge(message));
    }
  }

  private Reply judge(Message message) {
    if (message.type().orElse("").equals(Codec.typeOf(Error.class))) {
      try {
        Error error = Codec.body(message.body(), Error.class);
        return new Reply.Failed(ErrorCode.of(error.code()), error.text().orElse(""));
      } catch (RpcException e) {
        return malformed(message, e.text());
      }
    }
    return waiting
        .call()
        .reply()
        .problem(message)
        .map(problem -> malformed(message, problem))
        .orElseGet(() -> new Reply.Ok(message.body()));
  }

  private Reply malformed(Message message, String problem) {
    return new Reply.Malformed(
        "node "
            + waiting.node()
            + " was sent "
            + waiting.call().body()
            + " and replied "
            + message.body()
            + ", which is malformed: "
            + problem);
  }

  private void settle(Reply reply) {
    Waiting call = waiting;
    waiting = null;
    call.timeout().cancel();
    call.then().accept(reply);
  }

  /** Leaves the network. A call that is under way is never told of its end. */
  public void close() {
    if (waiting != null) {
      waiting.timeout().cancel();
      waiting = null;
    }
    network.disconnect(id);
  }
}
