package glomers.txnlist;

import glomers.node.Node;
import glomers.service.KeyValue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Performs transactions one by one: reads the database, and sets it to what the transaction makes
 * of it by compare-and-set; begins anew if another transaction was faster.
 */
final class Transactor {
  private static final String ROOT = "root";

  private final KeyValue store;

  Transactor(Node node) {
    store = KeyValue.linearizable(node);
  }

  /** Completes when the transaction has taken effect. */
  CompletionStage<TxnOk> perform(Txn txn) {
    AtomicReference<TxnOk> reply = new AtomicReference<>();
    return store
        .update(
            ROOT,
            Database.class,
            found -> {
              Draft draft = new Draft(found.orElse(Database.EMPTY));
              reply.set(draft.perform(txn));
              return draft.result();
            })
        .thenApply(done -> reply.get());
  }
}
