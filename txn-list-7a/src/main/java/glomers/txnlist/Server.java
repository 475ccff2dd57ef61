package glomers.txnlist;

import glomers.node.Node;

/** Performs transactions on lists, each as if it were alone (strict serializability). */
final class Server {
  Server(Node node) {
    Transactor transactor = new Transactor(node);
    node.onAsync(Txn.class, request -> transactor.perform(request.body()));
  }
}
