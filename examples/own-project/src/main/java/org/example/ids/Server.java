package org.example.ids;

import glomers.node.Node;

/** Numbers requests, and puts the node's name in front. */
final class Server {
  private long count;

  Server(Node node) {
    node.on(Generate.class, request -> new GenerateOk(node.id() + "-" + count++));
  }
}
