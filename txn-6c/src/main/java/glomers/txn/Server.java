package glomers.txn;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.node.PerfectLinks;
import glomers.node.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Performs transactions on its own copy of the registers, and sends their last writes to the other
 * nodes in batches, each transaction whole. It waits for none of them, so that a node that is cut
 * off stays available.
 */
final class Server {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final int UPDATES_PER_MESSAGE_MAX = 1_000;

  private final Node node;
  private final Map<JsonElement, Write> registers = new HashMap<>();
  private final PerfectLinks<List<Write>> links;
  private long clock;

  Server(Node node) {
    this(node, UPDATES_PER_MESSAGE_MAX);
  }

  Server(Node node, int updatesPerMessageMax) {
    this.node = node;
    node.on(Txn.class, this::txn);
    links =
        new PerfectLinks<>(node, Updates.class, Updates::new, updatesPerMessageMax, this::update);
    node.every(PERIOD, links::flush);
  }

  private TxnOk txn(Request<Txn> request) {
    long time = clock + 1;
    Map<JsonElement, Write> written = new LinkedHashMap<>();
    List<MicroOp> done = new ArrayList<>();
    for (MicroOp op : request.body().ops()) {
      if (op.isWrite()) {
        Write write = new Write(op.key(), op.value(), time, node.id(), done.size());
        apply(write);
        written.put(write.key(), write);
        done.add(op);
      } else {
        Write last = registers.get(op.key());
        done.add(op.answered(last == null ? null : last.value()));
      }
    }
    if (!written.isEmpty()) {
      links.broadcast(List.copyOf(written.values()));
    }
    return TxnOk.of(done);
  }

  private void apply(Write write) {
    clock = Math.max(clock, write.time());
    registers.merge(write.key(), write, BinaryOperator.maxBy(Write.ORDER));
  }

  private void update(String peer, List<Write> writes) {
    writes.forEach(this::apply);
  }
}
