package glomers.txnlist;

import glomers.node.Node;
import glomers.service.KeyValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** The server with two shortcuts that look harmless, of which a test chooses. */
final class Shortcut {
  private final KeyValue store;
  private Database newest = Database.EMPTY;

  private Shortcut(KeyValue store) {
    this.store = store;
  }

  /** What only reads swaps nothing: it is answered from the newest database that is known here. */
  static Shortcut readsFromMemory(Node node) {
    Shortcut shortcut = new Shortcut(KeyValue.linearizable(node));
    node.onAsync(Txn.class, request -> shortcut.readOrPerform(request.body()));
    return shortcut;
  }

  /** The database lies in a store that is only sequentially consistent. */
  static Shortcut sequentialStore(Node node) {
    Shortcut shortcut = new Shortcut(KeyValue.sequential(node));
    node.onAsync(Txn.class, request -> shortcut.perform(request.body()));
    return shortcut;
  }

  /** The database lies in a store of two replicas, each of which begins with an empty one. */
  static Shortcut eventuallyConsistentStore(Node node) {
    Shortcut shortcut = new Shortcut(KeyValue.lastWriteWins(node));
    for (int i = 0; i < 10; i++) {
      shortcut.store.write("root", Database.EMPTY);
    }
    node.onAsync(Txn.class, request -> shortcut.perform(request.body()));
    return shortcut;
  }

  private CompletionStage<TxnOk> readOrPerform(Txn txn) {
    if (txn.ops().stream().noneMatch(MicroOp::isAppend)) {
      return CompletableFuture.completedFuture(new Draft(newest).perform(txn));
    }
    return perform(txn);
  }

  private CompletionStage<TxnOk> perform(Txn txn) {
    AtomicReference<TxnOk> reply = new AtomicReference<>();
    return store
        .update(
            "root",
            Database.class,
            found -> {
              Draft draft = new Draft(found.orElse(Database.EMPTY));
              reply.set(draft.perform(txn));
              return draft.result();
            })
        .thenApply(
            database -> {
              newest = database;
              return reply.get();
            });
  }
}
