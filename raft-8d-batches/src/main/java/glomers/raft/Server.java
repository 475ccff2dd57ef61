package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A linearizable key-value store: each operation is a command in the leader's log. */
final class Server {
  private final Requests requests;
  final Raft raft;

  Server(Node node) {
    this(node, Limits.DEFAULT);
  }

  /** A store with other limits than usual. */
  Server(Node node, Limits limits) {
    StateMachine stateMachine = new StateMachine();
    requests = new Requests(node, stateMachine);
    raft = new Raft(node, stateMachine, requests, limits);
    node.onAsync(Read.class, this::read);
    node.onAsync(Write.class, this::write);
    node.onAsync(Cas.class, this::cas);
  }

  private CompletionStage<ReadOk> read(Request<Read> request) {
    return submit(request.body().key(), Optional.empty(), Optional.empty())
        .thenApply(result -> new ReadOk(result.value().orElseThrow()));
  }

  private CompletionStage<WriteOk> write(Request<Write> request) {
    Write write = request.body();
    return submit(write.key(), Optional.empty(), Optional.of(write.value()))
        .thenApply(result -> new WriteOk());
  }

  private CompletionStage<CasOk> cas(Request<Cas> request) {
    Cas cas = request.body();
    return submit(cas.key(), Optional.of(cas.from()), Optional.of(cas.to()))
        .thenApply(result -> new CasOk());
  }

  private CompletionStage<CommandResult> submit(long key, Optional<Long> from, Optional<Long> to) {
    return requests.submit(key, from, to).thenApply(CommandResult::orThrow);
  }
}
