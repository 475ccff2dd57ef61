package glomers.kafka;

import glomers.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Keeps logs in memory, on each node: all apply the same batches in the same order. Polls are
 * answered from there, with what this node knows; sends and commits when they are in the journal.
 */
final class Server {
  private final Logs logs = new Logs();
  private final Proposals proposals;

  Server(Node node) {
    this.proposals = new Proposals(node, new Journal(node, this::apply));
    node.onAsync(Send.class, request -> send(request.body()));
    node.on(Poll.class, request -> logs.poll(request.body()));
    node.onAsync(CommitOffsets.class, request -> commit(request.body()));
    node.on(ListCommittedOffsets.class, request -> logs.list(request.body()));
  }

  private CompletionStage<SendOk> send(Send send) {
    return proposals.send(send).thenApply(SendOk::new);
  }

  private CompletionStage<CommitOffsetsOk> commit(CommitOffsets request) {
    return proposals.commit(request.offsets()).thenApply(done -> new CommitOffsetsOk());
  }

  private List<Long> apply(Batch batch) {
    logs.commit(batch.commits());
    List<Long> offsets = new ArrayList<>();
    batch.sends().forEach(send -> offsets.add(logs.log(send.key()).append(send.msg())));
    return offsets;
  }
}
