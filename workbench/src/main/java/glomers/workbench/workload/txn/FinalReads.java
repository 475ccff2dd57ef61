package glomers.workbench.workload.txn;

import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Each node reads every key, some keys per transaction. Maelstrom ends without such reads; only
 * they show whether nodes replicate, and in which order blind writes took effect.
 */
final class FinalReads implements FinalPhase {
  /** How many keys one transaction reads, as in later versions of Jepsen's tests. */
  private static final int KEYS_PER_TXN = 8;

  private final long keys;
  private final int nodes;
  private final Map<Integer, Long> nextKeys = new HashMap<>();

  /**
   * Reads of the keys from 0 to {@code keys} − 1.
   *
   * @param nodes how many nodes there are: the first workers talk to one each
   */
  FinalReads(long keys, int nodes) {
    this.keys = keys;
    this.nodes = nodes;
  }

  @Override
  public Optional<Invocation> next(Turn turn) {
    long from = nextKeys.getOrDefault(turn.worker(), 0L);
    if (turn.worker() >= nodes || from >= keys) {
      return Optional.empty();
    }
    long to = Math.min(keys, from + KEYS_PER_TXN);
    nextKeys.put(turn.worker(), to);
    List<MicroOp> reads = new ArrayList<>();
    for (long key = from; key < to; key++) {
      reads.add(MicroOp.read(key, null));
    }
    return Optional.of(new Invocation("txn", new MicroOps(reads)));
  }

  @Override
  public boolean isExtra() {
    return true;
  }
}
