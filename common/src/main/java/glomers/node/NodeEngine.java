package glomers.node;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.EncodedMessage;
import glomers.protocol.Envelope;
import glomers.protocol.ErrorBody;
import glomers.protocol.ErrorCode;
import glomers.protocol.Excerpt;
import glomers.protocol.Init;
import glomers.protocol.InitOk;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A node: receives lines, runs the server's handlers, and replies. It is passive: it has no thread,
 * no clock and no stream, and acts only when it is called (see {@link Environment} for the rules).
 *
 * <p>It answers {@code init} itself. The server is constructed then, with the node as its argument,
 * and {@code init_ok} is sent when that is done.
 */
public final class NodeEngine {
  private static final int QUOTED_CHARS_MAX = 200;

  private final Environment environment;
  private final Consumer<? super Node> server;
  private final SampledLog sampled;
  private final boolean debug;
  private EngineNode node;

  /**
   * A node that waits to be initialised.
   *
   * @param server constructs the server on its node, usually {@code Server::new}
   */
  public NodeEngine(Environment environment, Consumer<? super Node> server) {
    this.environment = environment;
    this.server = server;
    this.sampled = new SampledLog(environment.log());
    this.debug = environment.log().isLoggable(DEBUG);
  }

  /**
   * Handles a message. Returns normally whatever the line holds; a message that can't be read or
   * answered is logged.
   *
   * @param line a message as JSON, without a line break
   */
  public void receive(String line) {
    if (debug) {
      environment.log().log(DEBUG, () -> "received " + line);
    }
    try {
      take(Codec.decode(line));
    } catch (RpcException e) {
      skip(line, e);
    } catch (Throwable e) {
      failed(line, e);
    }
  }

  /**
   * Handles a message that was read already, as {@link #receive(String)} does; for an environment
   * that has it, such as a simulated network.
   */
  public void receive(Message message) {
    if (debug) {
      environment.log().log(DEBUG, () -> "received " + Codec.encode(message));
    }
    try {
      take(message);
    } catch (RpcException e) {
      skip(Codec.encode(message), e);
    } catch (Throwable e) {
      failed(Codec.encode(message), e);
    }
  }

  /** A bug in the library, or memory that ran out. The next message may still be served. */
  private void failed(String line, Throwable e) {
    MemoryReserve.freeOn(e);
    sampled.log("failed line", ERROR, () -> "failed on the line " + quote(line), e);
  }

  /** The types that the server has handlers of; none before the node is initialised. */
  Collection<Class<? extends Body>> handled() {
    return node == null ? List.of() : node.handlers().types();
  }

  private void skip(String line, RpcException reason) {
    sampled.log(
        "skipped line",
        WARNING,
        () -> "skipped a line: " + reason.text() + ": " + quote(line),
        null);
    if (reason.code().equals(ErrorCode.CRASH)) { // too large: if it is a request, its sender waits
      Envelope.of(line)
          .filter(request -> isForThisNode(request.dest()))
          .ifPresent(
              request ->
                  new Reply(request.dest(), request.src(), request.msgId())
                      .send(ErrorBody.of(reason)));
    }
  }

  private boolean isForThisNode(String dest) {
    return node == null || dest.equals(node.id());
  }

  private void take(Message message) {
    if (!isForThisNode(message.dest())) {
      sampled.log(
          "other node",
          WARNING,
          () -> "skipped a message for " + message.dest() + ": this node is " + node.id(),
          null);
      return;
    }
    OptionalLong inReplyTo = message.inReplyTo();
    if (inReplyTo.isPresent()) {
      takeReply(message, inReplyTo.getAsLong());
      return;
    }
    Reply reply = new Reply(message.dest(), message.src(), message.msgId());
    try {
      String type =
          message
              .type()
              .orElseThrow(
                  () -> RpcException.malformed("the body's field \"type\" is missing", null));
      if (type.equals(Codec.typeOf(Init.class))) {
        reply.send(initialise(Codec.body(message, Init.class), message.src()));
      } else {
        initialised().handlers().handle(type, message, reply);
      }
    } catch (Throwable e) {
      MemoryReserve.freeOn(e);
      reply.fail(e);
    }
  }

  private void takeReply(Message message, long inReplyTo) {
    if (node == null || !node.calls().complete(inReplyTo, message)) {
      environment.log().log(
          DEBUG, () -> "dropped a reply that no call waits for (any more): " + message);
    }
  }

  private InitOk initialise(Init init, String client) {
    if (node != null) {
      throw new RpcException(
          ErrorCode.PRECONDITION_FAILED, "this node is initialised already, as " + node.id());
    }
    if (!init.nodeIds().contains(init.nodeId())) {
      throw RpcException.malformed(
          "the field \"node_ids\" must contain the node's own id " + init.nodeId(), null);
    }
    long lastMsgId = RequestNumbers.before(init, client);
    EngineNode candidate = new EngineNode(init, lastMsgId, environment, this::transmit);
    server.accept(candidate);
    node = candidate;
    environment.log().log(DEBUG, () -> "initialised as " + init.nodeId() + " of " + init.nodeIds());
    return new InitOk();
  }

  private EngineNode initialised() {
    if (node == null) {
      throw new RpcException(
          ErrorCode.TEMPORARILY_UNAVAILABLE, "this node waits for its init message");
    }
    return node;
  }

  private void transmit(EncodedMessage message) {
    if (debug) {
      environment.log().log(DEBUG, () -> "sent " + message.line());
    }
    environment.transmit(message);
  }

  private static String quote(String line) {
    return Excerpt.of(line, QUOTED_CHARS_MAX);
  }

  /** Replies to one request; does nothing if the sender expects no reply. */
  final class Reply {
    private final String src;
    private final String dest;
    private final OptionalLong msgId;

    private Reply(String src, String dest, OptionalLong msgId) {
      this.src = src;
      this.dest = dest;
      this.msgId = msgId;
    }

    void send(Body body) {
      if (msgId.isPresent()) {
        transmit(Codec.write(src, dest, body, OptionalLong.empty(), msgId));
      }
    }

    void fail(Throwable cause) {
      if (cause instanceof RpcException e) {
        Level level = msgId.isPresent() ? DEBUG : WARNING;
        sampled.log("refused " + level, level, () -> describe(e), null);
        send(ErrorBody.of(e));
      } else {
        sampled.log(
            "failed " + cause.getClass().getName(),
            ERROR,
            () -> "a handler failed on a message of " + dest,
            cause);
        send(ErrorBody.of(new RpcException(ErrorCode.CRASH, cause.toString())));
      }
    }

    private String describe(RpcException e) {
      return (msgId.isPresent() ? "answered " : "could not take a message of ")
          + (dest + ": " + e.code() + ", " + e.text());
    }
  }
}
