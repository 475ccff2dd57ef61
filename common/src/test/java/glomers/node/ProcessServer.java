package glomers.node;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.node.Bodies.Go;
import glomers.node.Bodies.Ping;
import java.time.Duration;

/** A node that the tests run as a process of its own. */
final class ProcessServer {
  private ProcessServer(Node node) {
    node.on(
        Echo.class,
        request -> {
          System.out.println("a stray line");
          return new EchoOk(request.body().echo());
        });
    node.onOneWay(
        Go.class, request -> node.every(Duration.ofMillis(1), () -> node.send("n2", new Ping())));
  }

  public static void main(String[] args) {
    StdioRuntime.run(ProcessServer::new);
  }
}
