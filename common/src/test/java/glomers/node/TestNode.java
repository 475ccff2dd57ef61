package glomers.node;

import glomers.protocol.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node under test and its world. Messages are written as {@code "c1 -> n1 {'type': 'echo'}"}: the
 * sender, the receiver, and the body with single quotes for double ones; those that the node sent
 * read the same.
 */
public final class TestNode {
  static final String INIT = "c0 -> n1 {'type':'init','msg_id':1,'node_id':'n1','node_ids':%s}";

  private final TestEnvironment environment = new TestEnvironment();
  private final NodeEngine engine;

  private TestNode(Consumer<Node> server) {
    this.engine = new NodeEngine(environment, server);
  }

  /** A node that has not been initialised. */
  static TestNode waiting(Consumer<Node> server) {
    return new TestNode(server);
  }

  /** Node n1 of the three nodes n1, n2 and n3, initialised. */
  public static TestNode started(Consumer<Node> server) {
    TestNode node = waiting(server);
    node.receive(INIT.formatted("['n1','n2','n3']"));
    List<String> sent = node.sent();
    if (!sent.contains("n1 -> c0 {'type':'init_ok','in_reply_to':1}")) {
      throw new AssertionError("init failed: " + sent + node.log().entries());
    }
    node.log().clear();
    return node;
  }

  public void receive(String message) {
    String[] parts = message.split(" ", 4);
    receiveLine(
        """
        {"src":"%s","dest":"%s","body":%s}\
        """
            .formatted(parts[0], parts[2], parts[3].replace('\'', '"')));
  }

  void receiveLine(String line) {
    engine.receive(line);
  }

  void receive(Message message) {
    engine.receive(message);
  }

  /** What the node has sent since this was called last. */
  public List<String> sent() {
    return environment.takeSent().stream().map(TestNode::shortened).toList();
  }

  private static String shortened(String line) {
    return line.replaceFirst("^\\{\"src\":\"(.*?)\",\"dest\":\"(.*?)\",\"body\":", "$1 -> $2 ")
        .replaceFirst("}$", "")
        .replace('"', '\'');
  }

  /** What the node answers to a message. */
  public List<String> answers(String message) {
    sent();
    receive(message);
    return sent();
  }

  public void advance(Duration duration) {
    environment.advance(duration);
  }

  TestEnvironment environment() {
    return environment;
  }

  ListLogger log() {
    return environment.log();
  }
}
