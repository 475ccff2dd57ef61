package glomers.node;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.node.Bodies.Go;
import glomers.node.Bodies.Ping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node that the tests run as a process of its own. */
final class ProcessServer {
  /** What makes an echo request use up all memory, for good. */
  static final String HOARD = "hoard";

  private final List<byte[]> hoard = new ArrayList<>();

  private ProcessServer(Node node) {
    node.on(
        Echo.class,
        request -> {
          System.out.println("a stray line");
          while (request.body().echo().equals(HOARD)) {
            hoard.add(new byte[10_000]);
          }
          return new EchoOk(request.body().echo());
        });
    node.onOneWay(
        Go.class, request -> node.every(Duration.ofMillis(1), () -> node.send("n2", new Ping())));
  }

  public static void main(String[] args) {
    StdioRuntime.run(ProcessServer::new);
  }
}
