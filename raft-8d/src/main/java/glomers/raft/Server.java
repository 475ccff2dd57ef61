package glomers.raft;

import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A linearizable key-value store: each operation is a command in the leader's log. */
final class Server {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Node node;
  private final String client;
  private long commands;
  final Raft raft;

  Server(Node node) {
    this.node = node;
    this.client = Incarnation.idOf(node);
    this.raft = new Raft(node, new StateMachine());
    node.onAsync(Read.class, this::read);
    node.onAsync(Write.class, this::write);
    node.onAsync(Cas.class, this::cas);
    node.onAsync(Command.class, this::forwarded);
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
    Command command = new Command(client, ++commands, key, from, to);
    return toLeader(command).thenApply(CommandResult::orThrow);
  }

  private CompletionStage<CommandResult> toLeader(Command command) {
    if (raft.isLeader()) {
      return raft.propose(command);
    } else if (raft.leaderId.isEmpty()) {
      throw new RpcException(ErrorCode.TEMPORARILY_UNAVAILABLE, "no leader is known");
    }
    return node.rpc(raft.leaderId, command, CommandResult.class, TIMEOUT)
        .thenApply(result -> result.of(command));
  }

  /**
   * That this node is no leader says nothing about an earlier copy: whether it had effect is open.
   */
  private CompletionStage<CommandResult> forwarded(Request<Command> request) {
    if (!raft.isLeader()) {
      throw new RpcException(ErrorCode.TIMEOUT, "this node is not the leader any more");
    }
    return raft.propose(request.body());
  }
}
