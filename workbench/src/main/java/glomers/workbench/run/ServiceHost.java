package glomers.workbench.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import glomers.protocol.Codec;
import glomers.protocol.EncodedMessage;
import glomers.protocol.Message;
import glomers.workbench.network.Network;
import glomers.workbench.service.Service;
import glomers.workbench.service.Services;
import java.util.OptionalLong;

/**
 * Runs one service in this JVM, in either world, at an address of its own. As in Maelstrom, a
 * request that the service does not have is logged and not answered, and every other one is
 * answered, with the request's {@code msg_id}, or null, as {@code in_reply_to}.
 */
final class ServiceHost implements Network.Receiver {
  private static final int LOGGED_MAX = 20;

  private final String name;
  private final Service service;
  private final Network network;
  private final System.Logger log;
  private int logged;

  private ServiceHost(String name, Service service, Network network, System.Logger log) {
    this.name = name;
    this.service = service;
    this.network = network;
    this.log = log;
  }

  /** Starts the service of this name and connects it to the network. */
  static void start(String name, Network network, World world) {
    Service service =
        Services.make(
            name,
            world.streams().of("service " + name),
            () -> world.scheduler().interleaving().staleness());
    network.connectService(name, new ServiceHost(name, service, network, world.log()));
  }

  @Override
  public void receive(long id, Message request) {
    EncodedMessage reply;
    try {
      OptionalLong none = OptionalLong.empty();
      reply = Codec.write(name, request.src(), service.handle(request), none, none);
    } catch (IllegalArgumentException e) {
      warn(request, e);
      return;
    }
    network.send(addressed(reply, request));
  }

  /** The reply, with the request's number as its last field. */
  private Message addressed(EncodedMessage reply, Message request) {
    OptionalLong msgId = request.isText() ? request.msgId() : OptionalLong.empty();
    if (msgId.isPresent()) {
      return reply.replyTo(msgId.getAsLong()).message();
    }
    String body = reply.bodyJson();
    return Codec.decode(
        Codec.encode(
            name,
            request.src(),
            body.substring(0, body.length() - 1) + "," + inReplyTo(request).substring(1)));
  }

  /** An object with nothing but that field. */
  private static String inReplyTo(Message request) {
    JsonElement msgId = request.body().get("msg_id");
    JsonObject body = new JsonObject();
    body.add("in_reply_to", msgId == null ? JsonNull.INSTANCE : msgId);
    return new Message(request.dest(), request.src(), body).bodyJson();
  }

  private void warn(Message request, IllegalArgumentException reason) {
    if (logged++ < LOGGED_MAX) {
      log.log(
          System.Logger.Level.WARNING,
          () -> name + " does not answer " + request + ": " + reason.getMessage());
    }
  }
}
