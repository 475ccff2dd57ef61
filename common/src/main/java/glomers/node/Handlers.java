package glomers.node;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorCode;
import glomers.protocol.Init;
import glomers.protocol.Message;
import glomers.protocol.PeerBody;
import glomers.protocol.RpcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** The handlers of a node, by the type that their messages carry. */
final class Handlers {
  private interface Handler {
    void handle(Message message, NodeEngine.Reply reply);
  }

  /**
   * How deep a client's body may nest. The rest of the 255 levels that can be read is for what
   * nodes put its values in: a leader whose followers can't read an entry would send it for ever.
   */
  private static final int CLIENT_DEPTH_MAX = 200;

  private final Map<String, Handler> handlers = new HashMap<>();
  private final List<Class<? extends Body>> types = new ArrayList<>();
  private final List<String> ids;

  /** No handlers yet, on a node of a cluster of these nodes. */
  Handlers(List<String> ids) {
    this.ids = ids;
  }

  <B extends Body> void on(Class<B> type, Function<Request<B>, ? extends Body> handler) {
    add(type, (request, reply) -> reply.send(given(handler.apply(request), request)));
  }

  <B extends Body> void onAsync(
      Class<B> type, Function<Request<B>, ? extends CompletionStage<? extends Body>> handler) {
    add(
        type,
        (request, reply) ->
            given(handler.apply(request), request)
                .whenComplete((body, failure) -> settle(request, reply, body, failure)));
  }

  <B extends Body> void onOneWay(Class<B> type, Consumer<Request<B>> handler) {
    add(type, (request, reply) -> handler.accept(request));
  }

  private interface TypedHandler<B extends Body> {
    void handle(Request<B> request, NodeEngine.Reply reply);
  }

  private <B extends Body> void add(Class<B> type, TypedHandler<B> handler) {
    Handler raw =
        (message, reply) -> {
          requireSender(message, type);
          handler.handle(new Request<>(message.src(), Codec.body(message, type)), reply);
        };
    String wireName = Codec.typeOf(type);
    if (wireName.equals(Codec.typeOf(Init.class))) {
      throw new IllegalArgumentException(
          "the node answers init itself: what a server has to do then belongs in its constructor");
    }
    if (handlers.putIfAbsent(wireName, raw) != null) {
      throw new IllegalArgumentException(
          "the message type \"" + wireName + "\" has a handler already");
    }
    types.add(type);
  }

  private void requireSender(Message message, Class<? extends Body> type) {
    if (ids.contains(message.src())) {
      return;
    }
    if (!message.isText() && isDeeper(message.body(), CLIENT_DEPTH_MAX)) {
      throw RpcException.malformed(
          "the body nests deeper than " + CLIENT_DEPTH_MAX + " levels: send it as a text", null);
    }
    if (PeerBody.class.isAssignableFrom(type)) {
      throw new RpcException(
          ErrorCode.NOT_SUPPORTED,
          "messages of type "
              + Codec.typeOf(type)
              + " are taken from the nodes of the cluster only, not from "
              + message.src());
    }
  }

  /** Text is never that deep (see {@link Message#isText}). */
  private static boolean isDeeper(JsonElement value, int levels) {
    if (value instanceof JsonObject object) {
      return levels == 0 || object.asMap().values().stream().anyMatch(e -> isDeeper(e, levels - 1));
    }
    return value instanceof JsonArray array
        && (levels == 0 || array.asList().stream().anyMatch(e -> isDeeper(e, levels - 1)));
  }

  /** The types that have a handler, in the order in which they got it. */
  List<Class<? extends Body>> types() {
    return types;
  }

  void handle(String type, Message message, NodeEngine.Reply reply) {
    Handler handler = handlers.get(type);
    if (handler == null) {
      throw new RpcException(
          ErrorCode.NOT_SUPPORTED, "this node has no handler for messages of type " + type);
    }
    handler.handle(message, reply);
  }

  private static void settle(
      Request<?> request, NodeEngine.Reply reply, Body body, Throwable failure) {
    if (failure != null) {
      boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
      reply.fail(wrapped ? failure.getCause() : failure);
      return;
    }
    try {
      reply.send(given(body, request));
    } catch (Throwable e) { // the stage would keep the exception, and nobody would see it
      reply.fail(e);
    }
  }

  private static <T> T given(T answer, Request<?> request) {
    if (answer == null) {
      throw new IllegalStateException(
          "the handler of "
              + Codec.typeOf(request.body().getClass())
              + " returned null: return the reply, or register it by onOneWay");
    }
    return answer;
  }
}
