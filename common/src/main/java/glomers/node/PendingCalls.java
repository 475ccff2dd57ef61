package glomers.node;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorBody;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The rpcs of a node that wait for their replies, by message number. */
final class PendingCalls {
  /**
   * The most calls that may wait; further ones fail at once. Replies that never come must not fill
   * memory.
   */
  static final int CALLS_MAX = 1 << 16;

  private record Call<R extends Body>(
      String dest, Class<R> reply, CompletableFuture<R> future, Timer timeout) {}

  private final Environment environment;
  private final Map<Long, Call<?>> calls = new HashMap<>();

  PendingCalls(Environment environment) {
    this.environment = environment;
  }

  /** Expects a reply to message {@code msgId}. */
  <R extends Body> CompletableFuture<R> expect(
      long msgId, String dest, Class<R> reply, Duration timeout) {
    CompletableFuture<R> future = new CompletableFuture<>();
    Timer timer =
        environment.schedule(timeout.toNanos(), () -> expire(msgId, future, dest, timeout));
    calls.put(msgId, new Call<>(dest, reply, future, timer));
    return future;
  }

  boolean full() {
    return calls.size() >= CALLS_MAX;
  }

  private void expire(long msgId, CompletableFuture<?> future, String dest, Duration timeout) {
    if (calls.remove(msgId) != null) {
      future.completeExceptionally(
          new RpcException(
              ErrorCode.TIMEOUT, dest + " did not reply within " + timeout.toMillis() + " ms"));
    }
  }

  /**
   * Completes the call that waits for this reply.
   *
   * @return false if there is none, or it was sent to another node
   */
  boolean complete(long inReplyTo, Message message) {
    Call<?> call = calls.get(inReplyTo);
    if (call == null || !call.dest().equals(message.src())) {
      return false;
    }
    calls.remove(inReplyTo);
    call.timeout().cancel();
    complete(call, message);
    return true;
  }

  private static <R extends Body> void complete(Call<R> call, Message message) {
    R reply;
    try {
      reply = read(message, call.reply());
    } catch (RpcException e) {
      call.future().completeExceptionally(e);
      return;
    }
    call.future().complete(reply);
  }

  private static <R extends Body> R read(Message message, Class<R> type) {
    String wireName = message.type().orElse("");
    if (wireName.equals(Codec.typeOf(ErrorBody.class))) {
      throw Codec.body(message, ErrorBody.class).toException();
    }
    if (!wireName.equals(Codec.typeOf(type))) {
      throw RpcException.malformed(
          "expected a reply of type " + Codec.typeOf(type) + ", but got " + message.body(), null);
    }
    return Codec.body(message, type);
  }
}
