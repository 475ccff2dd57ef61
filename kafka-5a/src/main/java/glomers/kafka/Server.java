package glomers.kafka;

import glomers.node.Node;
import glomers.node.Request;

/** Keeps logs in memory, on one node. */
final class Server {
  private final Logs logs = new Logs();

  Server(Node node) {
    node.on(Send.class, this::send);
    node.on(Poll.class, request -> logs.poll(request.body()));
    node.on(CommitOffsets.class, this::commit);
    node.on(ListCommittedOffsets.class, request -> logs.list(request.body()));
  }

  private SendOk send(Request<Send> request) {
    Send send = request.body();
    return new SendOk(logs.log(send.key()).append(send.msg()));
  }

  private CommitOffsetsOk commit(Request<CommitOffsets> request) {
    logs.commit(request.body().offsets());
    return new CommitOffsetsOk();
  }
}
