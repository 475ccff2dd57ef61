package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A linearizable key-value store: each write is a command in the leader's log, and each read waits
 * for what was committed when it came.
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
    node.onAsync(Read.class, this::read);
    node.onAsync(Write.class, this::write);
    node.onAsync(Cas.class, this::cas);
  }

  private CompletionStage<ReadOk> read(Request<Read> request) {
    return requests
        .read(request.body().key())
        .thenApply(
            value ->
                new ReadOk(
                    value.orElseThrow(
                        () ->
                            new RpcException(
                                ErrorCode.KEY_DOES_NOT_EXIST, "there is no such key"))));
  }

  private CompletionStage<WriteOk> write(Request<Write> request) {
    Write write = request.body();
    return requests
        .write(write.key(), Optional.empty(), write.value())
        .thenApply(result -> new WriteOk());
  }

  private CompletionStage<CasOk> cas(Request<Cas> request) {
    Cas cas = request.body();
    return requests
        .write(cas.key(), Optional.of(cas.from()), cas.to())
        .thenApply(CommandResult::orThrow)
        .thenApply(result -> new CasOk());
  }
}
