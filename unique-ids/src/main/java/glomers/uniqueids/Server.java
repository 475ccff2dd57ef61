package glomers.uniqueids;

import glomers.node.Node;
import glomers.node.Request;

/**
 * Makes ids of three parts: which node, which life of that node, which request of that life. Two
 * ids differ in the first if two nodes made them, in the last if one node made them in one life.
 * The middle, drawn at random, is for a node that was restarted and has forgotten where it was.
 */
final class Server {
  private final String prefix;
  private long count;

  Server(Node node) {
    prefix = node.id() + "-" + Long.toHexString(node.random().nextLong()) + "-";
    node.on(Generate.class, this::generate);
  }

  private GenerateOk generate(Request<Generate> request) {
    return new GenerateOk(prefix + count++);
  }
}
