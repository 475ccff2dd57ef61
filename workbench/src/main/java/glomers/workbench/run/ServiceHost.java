package glomers.workbench.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import glomers.protocol.Codec;
import glomers.protocol.Message;
import glomers.workbench.network.Network;
import glomers.workbench.service.Service;
import glomers.workbench.service.Services;

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
    String reply;
    try {
      reply = Codec.encode(service.handle(request));
    } catch (IllegalArgumentException e) {
      warn(request, e);
      return;
    }
    // Joined and read as text: most replies then reach their node without a tree ever being made.
    String body = reply.substring(0, reply.length() - 1) + "," + inReplyTo(request).substring(1);
    network.send(Codec.decode(Codec.encode(name, request.src(), body)));
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
