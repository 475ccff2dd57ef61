package glomers.kafka;

import glomers.node.Node;
import glomers.node.Request;

/**
 * Keeps logs in memory, on each node, and answers from there: nobody is waited for, so that a node
 * that is cut off goes on taking messages.
 */
final class Server {
  private final Logs logs = new Logs();
  private final Replication replication;
  private final int place;
  private final int nodes;

  Server(Node node) {
    this.replication = new Replication(node, logs);
    this.place = node.ids().indexOf(node.id());
    this.nodes = node.ids().size();
    node.on(Send.class, this::send);
    node.on(Poll.class, request -> poll(request.body()));
    node.on(CommitOffsets.class, this::commit);
    node.on(ListCommittedOffsets.class, request -> logs.list(request.body()));
  }

  private SendOk send(Request<Send> request) {
    Send send = request.body();
    long offset = logs.log(send.key()).append(send.msg(), place, nodes);
    replication.appended(new Entry(send.key(), offset, send.msg()));
    return new SendOk(offset);
  }

  PollOk poll(Poll request) {
    return logs.poll(request);
  }

  private CommitOffsetsOk commit(Request<CommitOffsets> request) {
    logs.commit(request.body().offsets());
    replication.committed(request.body().offsets());
    return new CommitOffsetsOk();
  }
}
