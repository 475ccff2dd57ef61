package glomers.workbench.workload.txn;

/** What consistency models promise, for a reader who meets them for the first time. */
final class Promises {
  private Promises() {}

  /** Such as {@code serializable (--consistency-models): transactions act as if …}. */
  static String of(ConsistencyModel model) {
    return name(model) + " (--consistency-models): " + promise(model) + ".";
  }

  private static String name(ConsistencyModel model) {
    return model == ConsistencyModel.STRICT_SERIALIZABLE
        ? "strict-serializable"
        : model.friendlyName();
  }

  private static String promise(ConsistencyModel model) {
    return switch (model) {
      case READ_UNCOMMITTED -> "the writes of one transaction all come before, or after, another's";
      case READ_COMMITTED -> "a transaction sees only what others have committed";
      case MONOTONIC_VIEW -> "what a transaction has seen of another, it goes on seeing";
      case MONOTONIC_SNAPSHOT_READ ->
          "each operation reads from a snapshot, none older than the one before";
      case MONOTONIC_ATOMIC_VIEW ->
          "once a transaction has seen a write of another, it sees all of its writes";
      case READ_ATOMIC -> "a transaction sees all writes of another, or none";
      case CAUSAL_CERONE ->
          "a transaction that sees another sees all that the other one had seen, too";
      case PREFIX -> "a transaction sees all that come before some point of one common order";
      case UPDATE_ATOMIC ->
          "a transaction sees all writes of another, or none, and no update is lost";
      case PARALLEL_SNAPSHOT_ISOLATION ->
          "a transaction reads from a snapshot of its site, and no update is lost";
      case CURSOR_STABILITY ->
          "a transaction sees only what others have committed, and no update is lost";
      case CONSISTENT_VIEW, FORWARD_CONSISTENT_VIEW ->
          "a transaction that misses a write of another misses all that builds upon it";
      case UPDATE_SERIALIZABLE ->
          "the transactions that write act as if they ran one after the other";
      case REPEATABLE_READ -> "what a transaction has read does not change until it ends";
      case SNAPSHOT_ISOLATION ->
          "a transaction reads from one snapshot, and no two at a time change the same key";
      case SERIALIZABLE -> "transactions act as if they ran one after the other";
      case STRONG_SESSION_READ_UNCOMMITTED -> inSession(ConsistencyModel.READ_UNCOMMITTED);
      case STRONG_SESSION_READ_COMMITTED -> inSession(ConsistencyModel.READ_COMMITTED);
      case STRONG_SESSION_SNAPSHOT_ISOLATION -> inSession(ConsistencyModel.SNAPSHOT_ISOLATION);
      case STRONG_SESSION_SERIALIZABLE -> inSession(ConsistencyModel.SERIALIZABLE);
      case STRONG_READ_UNCOMMITTED -> inTime(ConsistencyModel.READ_UNCOMMITTED);
      case STRONG_READ_COMMITTED -> inTime(ConsistencyModel.READ_COMMITTED);
      case STRONG_SNAPSHOT_ISOLATION -> inTime(ConsistencyModel.SNAPSHOT_ISOLATION);
      case STRICT_SERIALIZABLE -> inTime(ConsistencyModel.SERIALIZABLE);
    };
  }

  private static String inSession(ConsistencyModel model) {
    return promise(model) + ", those of one process in the order in which it began them";
  }

  private static String inTime(ConsistencyModel model) {
    return promise(model) + ", and what has ended comes before what begins later";
  }
}
