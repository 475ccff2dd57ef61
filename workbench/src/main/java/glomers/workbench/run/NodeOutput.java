package glomers.workbench.run;

import glomers.protocol.Codec;
import glomers.protocol.Excerpt;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.network.Network;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends the messages that a node prints over the network; fails the test on a line that is not a
 * message.
 */
final class NodeOutput implements Cluster.Output {
  private static final int QUOTED_CHARS_MAX = 500;

  private final String node;
  private final Network network;
  private final Consumer<NodeFailure> fail;

  NodeOutput(String node, Network network, Consumer<NodeFailure> fail) {
    this.node = node;
    this.network = network;
    this.fail = fail;
  }

  @Override
  public void line(String line) {
    Message message;
    try {
      message = Codec.strictDecode(line);
    } catch (RpcException e) {
      fail(
          "printed a line on standard output that is no message: " + e.text(),
          line,
          "print messages on standard output and nothing else; logs belong on standard error");
      return;
    }
    Optional<String> wrong = wrong(message);
    if (wrong.isEmpty()) {
      network.send(message);
    } else {
      fail(
          "sent a message that can't be delivered: " + wrong.get(),
          line,
          "set src to the node's own id (or keep that of a client whose request is forwarded), and"
              + " dest to that of a node, or to the src of the request that is replied to");
    }
  }

  private Optional<String> wrong(Message message) {
    if (!message.src().equals(node) && !network.knowsClient(message.src())) {
      return Optional.of("its src is " + message.src() + ", not " + node);
    }
    if (!network.knows(message.dest())) {
      return Optional.of("there is no " + message.dest());
    }
    return Optional.empty();
  }

  private void fail(String problem, String line, String remedy) {
    String quoted = Excerpt.of(line, QUOTED_CHARS_MAX);
    fail.accept(new NodeFailure(node, problem + ". The line is:\n    " + quoted, remedy));
  }

  @Override
  public void failed(NodeFailure cause) {
    fail.accept(cause);
  }
}
