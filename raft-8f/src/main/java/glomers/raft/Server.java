package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import java.util.concurrent.CompletionStage;

/**
 * Transactions over lists, strictly serializable: each that appends is a command in the leader's
 * log, and each other waits for what was committed when it came.
 */
final class Server {
  private final Requests requests;
  final Raft raft;

  Server(Node node) {
    this(node, false);
  }

  /**
   * A store whose leader may serve reads without asking a majority.
   *
   * @param leases whether it does, for as long as the clocks let it believe that it leads
   */
  Server(Node node, boolean leases) {
    this(node, leases, Limits.DEFAULT);
  }

  /** A store with other limits than usual. */
  Server(Node node, boolean leases, Limits limits) {
    StateMachine stateMachine = new StateMachine();
    requests = new Requests(node, stateMachine);
    raft = new Raft(node, stateMachine, requests, leases, limits);
    node.onAsync(Txn.class, this::txn);
  }

  private CompletionStage<TxnOk> txn(Request<Txn> request) {
    Txn txn = request.body();
    return (txn.isReadOnly() ? requests.read(txn.txn()) : requests.write(txn.txn()))
        .thenApply(TxnOk::new);
  }
}
