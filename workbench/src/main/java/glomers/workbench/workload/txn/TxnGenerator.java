package glomers.workbench.workload.txn;

import glomers.workbench.history.Op;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.KeyPool;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transactions of random length, of as many reads as writes; in the end each node is read. */
final class TxnGenerator implements Generator {
  private final DataType type;
  private final TestOptions options;
  private final KeyPool pool;
  private long keysSeen;

  TxnGenerator(DataType type, TestOptions options) {
    this.type = type;
    this.options = options;
    this.pool =
        new KeyPool(options.keys().count(), options.keys().maxWrites(), options.variation());
  }

  @Override
  public Optional<Invocation> next(Turn turn) {
    int length = 1 + turn.random().nextInt(options.txns().maxLength());
    List<MicroOp> ops = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      KeyPool.Access step = pool.next(turn.random());
      ops.add(
          step.isWrite()
              ? MicroOp.write(type, step.key(), step.value())
              : MicroOp.read(step.key(), null));
    }
    return Optional.of(new Invocation("txn", new MicroOps(ops)));
  }

  /** Transactions may also come from elsewhere, as in a scenario. */
  @Override
  public void completed(int worker, Op invocation, Op completion) {
    for (MicroOp op : ((MicroOps) invocation.value()).parts()) {
      keysSeen = Math.max(keysSeen, op.key() instanceof Long key ? key + 1 : 0);
    }
  }

  @Override
  public Optional<FinalPhase> finalPhase() {
    long keys = Math.max(pool.keysUsed(), keysSeen);
    return options.txns().finalReads()
        ? Optional.of(new FinalReads(keys, options.nodes().size()))
        : Optional.empty();
  }
}
