package glomers.workbench.workload.kafka;

import glomers.node.Node;
import glomers.protocol.Body;
import glomers.workbench.workload.kafka.KafkaWorkload.CommitOffsets;
import glomers.workbench.workload.kafka.KafkaWorkload.CommitOffsetsOk;
import glomers.workbench.workload.kafka.KafkaWorkload.ListCommittedOffsets;
import glomers.workbench.workload.kafka.KafkaWorkload.ListCommittedOffsetsOk;
import glomers.workbench.workload.kafka.KafkaWorkload.Poll;
import glomers.workbench.workload.kafka.KafkaWorkload.PollOk;
import glomers.workbench.workload.kafka.KafkaWorkload.Send;
import glomers.workbench.workload.kafka.KafkaWorkload.SendOk;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The first node keeps all logs; the others pass on what they are asked. */
class ForwardingServer {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  final Node node;

  ForwardingServer(Node node) {
    this.node = node;
    if (node.id().equals(node.ids().get(0))) {
      new LogServer(node);
      return;
    }
    node.onAsync(Send.class, request -> forward(request.body(), SendOk.class));
    node.onAsync(Poll.class, request -> forward(request.body(), PollOk.class));
    node.onAsync(CommitOffsets.class, request -> commit(request.body()));
    node.onAsync(
        ListCommittedOffsets.class,
        request -> forward(request.body(), ListCommittedOffsetsOk.class));
  }

  <R extends Body> CompletionStage<R> forward(Body request, Class<R> reply) {
    return node.rpc(node.ids().get(0), request, reply, TIMEOUT);
  }

  CompletionStage<CommitOffsetsOk> commit(CommitOffsets request) {
    return forward(request, CommitOffsetsOk.class);
  }
}
