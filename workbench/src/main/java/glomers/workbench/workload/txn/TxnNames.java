package glomers.workbench.workload.txn;

import java.util.HashMap;
import java.util.Map;

/**
 * Short names of the transactions of one history: T1 for the one that is asked for first, T2 for
 * the next, and so on. All findings of a run take theirs from here, so that T1 is the same
 * transaction wherever the run is told or drawn.
 */
final class TxnNames {
  private final Map<Long, String> byIndex = new HashMap<>();

  /** The name of a transaction; the same for another reading of the same entry. */
  String of(Txn txn) {
    return byIndex.computeIfAbsent(txn.invocation().index(), none -> "T" + (byIndex.size() + 1));
  }
}
