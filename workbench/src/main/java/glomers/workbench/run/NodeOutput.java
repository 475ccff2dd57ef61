package glomers.workbench.run;

import glomers.protocol.Codec;
import glomers.protocol.EncodedMessage;
import glomers.protocol.Excerpt;
import glomers.protocol.InitOk;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.network.Network;
import glomers.workbench.service.Services;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends the messages that a node prints over the network; fails the test on a line that is not a
 * message.
 */
final class NodeOutput implements Cluster.Output {
  private static final int QUOTED_CHARS_MAX = 500;
  private static final Optional<String> INIT_OK = Optional.of(Codec.typeOf(InitOk.class));

  private final String node;
  private final Network network;
  private final Consumer<NodeFailure> fail;
  private final Consumer<String> warn;
  private final Consumer<NodeFailure> ended;
  private int initOks;

  /**
   * The output of a node that was not started yet.
   *
   * @param fail receives what is wrong with the node
   * @param warn receives what is strange about it
   * @param ended receives its last words if it ends itself for its disk
   */
  NodeOutput(
      String node,
      Network network,
      Consumer<NodeFailure> fail,
      Consumer<String> warn,
      Consumer<NodeFailure> ended) {
    this.node = node;
    this.network = network;
    this.fail = fail;
    this.warn = warn;
    this.ended = ended;
  }

  @Override
  public void line(String line) {
    take(line, () -> Codec.strictDecode(line));
  }

  @Override
  public void message(EncodedMessage message) {
    take(message.line(), message::message);
  }

  private void take(String line, Supplier<Message> reading) {
    Message message;
    try {
      message = reading.get();
    } catch (RpcException e) {
      fail(
          "printed a line on standard output that is no message: " + e.text(),
          line,
          LineTraps.remedy(line));
      return;
    }
    if (!message.src().equals(node) && !network.knowsClient(message.src())) {
      undeliverable(
          "its src is " + message.src() + ", not " + node,
          line,
          "set src to the node's own id, or keep that of a client whose request is forwarded");
    } else if (!network.knows(message.dest())) {
      undeliverable("there is no " + message.dest(), line, destRemedy());
    } else {
      noticeInitOk(message);
      network.send(message);
    }
  }

  private void undeliverable(String problem, String line, String remedy) {
    fail("sent a message that can't be delivered: " + problem, line, remedy);
  }

  private static String destRemedy() {
    List<String> services = Services.names();
    int last = services.size() - 1;
    return "set dest to that of a node, or to the src of the request that is replied to; the services"
        + " are %s and %s"
            .formatted(String.join(", ", services.subList(0, last)), services.get(last));
  }

  private void noticeInitOk(Message message) {
    if (message.type().equals(INIT_OK) && ++initOks == 2) {
      warn.accept(
          ("Node %s has answered init twice: most likely a library answers it, and so does a"
                  + " handler. Maelstrom fails such a node at times, when the second answer comes late.")
              .formatted(node));
    }
  }

  @Override
  public void exited(int status) {
    fail.accept(
        initOks > 0
            ? new NodeFailure(
                node,
                "exited with status " + status + " in the middle of the test",
                "a node must run until it is killed; its last words may tell why it did not")
            : new NodeFailure(
                node,
                "exited with status " + status + " at its start, before it had answered init",
                "run the program by itself, in another folder than its own: it must read messages"
                    + " from standard input until that ends"));
  }

  private void fail(String problem, String line, String remedy) {
    String quoted = Excerpt.of(line, QUOTED_CHARS_MAX);
    fail.accept(new NodeFailure(node, problem + ". The line is:\n    " + quoted, remedy));
  }

  @Override
  public void failed(NodeFailure cause) {
    fail.accept(cause);
  }

  @Override
  public void ended(NodeFailure lastWords) {
    ended.accept(lastWords);
  }
}
