package glomers.node;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.storage.Storage;

/** A node in a process of its own that answers with the echo before, which it keeps. */
final class KeepingServer {
  private String last = "none";

  private KeepingServer(Node node) {
    Storage storage = node.storage();
    storage.on(Echo.class, echo -> last = echo.echo());
    storage.replay();
    node.onAsync(
        Echo.class,
        request -> {
          String before = last;
          last = request.body().echo();
          storage.append(request.body());
          return storage.sync().thenApply(done -> new EchoOk(before));
        });
  }

  public static void main(String[] args) {
    StdioRuntime.run(KeepingServer::new);
  }
}
