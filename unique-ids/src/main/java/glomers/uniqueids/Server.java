package glomers.uniqueids;

import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.node.Request;

/**
 * Makes ids of three parts: the node, its incarnation, and the number of the request. Two ids
 * differ in the first part if two nodes made them, in the last if one incarnation did, and in the
 * middle, which is drawn at random, if a node has restarted and counts from 0 again.
 */
final class Server {
  private final String prefix;
  private long count;

  Server(Node node) {
    prefix = Incarnation.idOf(node) + "-";
    node.on(Generate.class, this::generate);
  }

  private GenerateOk generate(Request<Generate> request) {
    return new GenerateOk(prefix + count++);
  }
}
