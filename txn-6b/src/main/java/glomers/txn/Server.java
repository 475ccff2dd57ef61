package glomers.txn;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Performs transactions on its own copy of the registers, and sends each write to the other nodes
 * at once. It waits for none of them, so that a node that is cut off stays available.
 */
final class Server {
  private static final Duration TIMEOUT_MIN = Duration.ofSeconds(2);
  private static final Duration TIMEOUT_MAX = Duration.ofSeconds(4);

  private final Node node;
  private final Map<JsonElement, Write> registers = new HashMap<>();
  private long clock;

  Server(Node node) {
    this.node = node;
    node.on(Txn.class, this::txn);
    node.on(Write.class, this::write);
  }

  private TxnOk txn(Request<Txn> request) {
    long time = clock + 1;
    List<MicroOp> done = new ArrayList<>();
    for (MicroOp op : request.body().ops()) {
      if (op.isWrite()) {
        Write write = new Write(op.key(), op.value(), time, node.id(), done.size());
        apply(write);
        node.peers().forEach(peer -> deliver(peer, write));
        done.add(op);
      } else {
        Write last = registers.get(op.key());
        done.add(op.answered(last == null ? null : last.value()));
      }
    }
    return TxnOk.of(done);
  }

  private void apply(Write write) {
    clock = Math.max(clock, write.time());
    registers.merge(write.key(), write, BinaryOperator.maxBy(Write.ORDER));
  }

  private void deliver(String peer, Write write) {
    Retry.untilSuccess(
        node, TIMEOUT_MIN, TIMEOUT_MAX, wait -> node.rpc(peer, write, WriteOk.class, wait));
  }

  private WriteOk write(Request<Write> request) {
    apply(request.body());
    return new WriteOk();
  }
}
