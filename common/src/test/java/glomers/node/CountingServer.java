package glomers.node;

import glomers.node.Bodies.Ping;
import glomers.node.Bodies.Pong;

/**
 * A server with effects of its own, as a process: it writes a line when it is made, and when used.
 */
final class CountingServer {
  private CountingServer(Node node) {
    System.err.println("constructed");
    node.on(
        Ping.class,
        request -> {
          System.err.println("used");
          return new Pong(1);
        });
  }

  public static void main(String[] args) {
    if (args[0].equals("warmed up")) {
      StdioRuntime.runWarmedUp(CountingServer::new);
    } else {
      StdioRuntime.run(CountingServer::new);
    }
  }
}
