package glomers.echo;

import glomers.node.Node;
import glomers.node.Request;

/** Sends back the value of every echo, unchanged. */
final class Server {
  Server(Node node) {
    node.on(Echo.class, this::echo);
  }

  private EchoOk echo(Request<Echo> request) {
    return new EchoOk(request.body().echo());
  }
}
