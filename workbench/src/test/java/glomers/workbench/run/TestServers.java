package glomers.workbench.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.protocol.Body;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Servers for echo and unique-ids, good ones and others. */
public final class TestServers {
  public record Echo(JsonElement echo) implements Body {}

  public record EchoOk(JsonElement echo) implements Body {}

  public record Generate() implements Body {}

  public record GenerateOk(JsonElement id) implements Body {}

  private TestServers() {}

  /** Handlers without a class of their own, as what constructs a server. */
  public static Function<Node, Node> server(Consumer<? super Node> handlers) {
    return node -> {
      handlers.accept(node);
      return node;
    };
  }

  /** Gives back what it is sent. */
  public static void echo(Node node) {
    node.on(Echo.class, request -> new EchoOk(request.body().echo()));
  }

  /** Returns something else every now and then. */
  static void wrongEcho(Node node) {
    AtomicLong count = new AtomicLong();
    node.on(
        Echo.class,
        request ->
            new EchoOk(
                count.incrementAndGet() % 10 == 0
                    ? new JsonPrimitive("something else")
                    : request.body().echo()));
  }

  /** Takes every request and never answers. */
  static void silentEcho(Node node) {
    node.onOneWay(Echo.class, request -> {});
  }

  /** Answers after this time. */
  static void slowEcho(Node node, Duration delay) {
    node.onAsync(
        Echo.class,
        request -> {
          CompletableFuture<EchoOk> reply = new CompletableFuture<>();
          node.after(delay, () -> reply.complete(new EchoOk(request.body().echo())));
          return reply;
        });
  }

  /** Numbers from 1 up with the node's id before them. */
  public static void uniqueIds(Node node) {
    AtomicLong count = new AtomicLong();
    node.on(
        Generate.class,
        request -> new GenerateOk(new JsonPrimitive(node.id() + "-" + count.incrementAndGet())));
  }

  /** Numbers from 1 up on every node, so that nodes repeat each other. */
  static void repeatedIds(Node node) {
    AtomicLong count = new AtomicLong();
    node.on(Generate.class, request -> new GenerateOk(new JsonPrimitive(count.incrementAndGet())));
  }
}
