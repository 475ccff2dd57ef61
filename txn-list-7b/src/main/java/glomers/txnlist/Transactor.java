package glomers.txnlist;

import glomers.node.Backoff;
import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.service.KeyValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Performs transactions in batches: on the newest root that this node knows of, which it then swaps
 * for the one that they lead to. A batch that only reads swaps the root for itself.
 *
 * <p>A swap that fails may have taken effect, or may do so later. Roots name each node's last one.
 */
final class Transactor {
  private static final String ROOT = "root";

  /** From swap to swap. Nodes that collide fall out of step, and then collide no more. */
  private static final Duration PERIOD = Duration.ofMillis(66);

  private static final int WAITING_MAX = 1_000;
  private static final int PIECES_MAX = 4_096;

  private final KeyValue store;
  private final Node node;
  private final String incarnation;
  private final KeyValue pieces;
  private final Map<String, Piece> known = new HashMap<>();
  private long names;
  private Database newest = Database.EMPTY;
  private Map<CompletableFuture<TxnOk>, Txn> waiting = new LinkedHashMap<>();
  private Map<CompletableFuture<TxnOk>, Txn> batch = Map.of();

  /** The batch's answers, by the swap with which it takes effect: at most one of these does. */
  private final Map<String, Map<CompletableFuture<TxnOk>, TxnOk>> answers = new HashMap<>();

  private Backoff backoff;
  private Duration swapped = Duration.ZERO;

  Transactor(Node node) {
    store = KeyValue.linearizable(node);
    this.node = node;
    incarnation = Incarnation.idOf(node);
    pieces = KeyValue.lastWriteWins(node);
    node.onOneWay(NewRoot.class, request -> learn(request.body()));
  }

  /** Completes when the transaction has taken effect. */
  CompletionStage<TxnOk> perform(Txn txn) {
    if (waiting.size() == WAITING_MAX) {
      throw new RpcException(
          ErrorCode.TEMPORARILY_UNAVAILABLE, WAITING_MAX + " transactions wait: try again later");
    }
    CompletableFuture<TxnOk> reply = new CompletableFuture<>();
    waiting.put(reply, txn);
    flush();
    return reply;
  }

  private void flush() {
    if (batch.isEmpty() && !waiting.isEmpty()) {
      batch = waiting;
      waiting = new LinkedHashMap<>();
      answers.clear();
      backoff = new Backoff(node, Duration.ofMillis(5), Duration.ofMillis(50));
      attempt();
    }
  }

  private void attempt() {
    Database root = newest;
    String last = root.swaps().get(node.id());
    if (answers.containsKey(last)) {
      settle(last);
      return;
    }
    Tree tree = new Tree(root.tree(), known, this::newName);
    Draft draft = new Draft(root, tree);
    Map<CompletableFuture<TxnOk>, TxnOk> replies = new LinkedHashMap<>();
    batch.forEach((reply, txn) -> replies.put(reply, draft.perform(txn)));
    String swap = newName();
    NewRoot next = new NewRoot(draft.result(node.id(), swap), tree.added);
    if (tree.missing.isEmpty()) {
      answers.put(swap, replies);
      pieces
          .writeAll(tree.added)
          .whenComplete((done, failure) -> goOn(failure, () -> swap(root, next, swap)));
    } else {
      pieces
          .readAll(tree.missing, Piece.class)
          .thenAccept(known::putAll)
          .whenComplete((done, failure) -> node.after(backoff.next(), this::look));
    }
  }

  private String newName() {
    return incarnation + "-" + ++names;
  }

  private void swap(Database root, NewRoot next, String swap) {
    swapped = node.now();
    if (next.root() != root) {
      node.send(node.peers(), next);
    }
    store
        .compareAndSet(ROOT, root, next.root(), root.number() == 0) // told roots may be false
        .thenRun(() -> learn(next))
        .whenComplete((done, failure) -> goOn(failure, () -> settle(swap)));
  }

  private void learn(NewRoot next) {
    if (known.size() > PIECES_MAX) {
      known.clear();
    }
    next.pieces().forEach(known::putIfAbsent);
    if (next.root().number() > newest.number()) {
      newest = next.root();
    }
  }

  private void goOn(Throwable failure, Runnable step) {
    if (failure == null) {
      step.run();
    } else {
      node.after(backoff.next(), this::look);
    }
  }

  private void look() {
    store
        .readIfPresent(ROOT, Database.class)
        .thenAccept(found -> newest = found.orElse(Database.EMPTY))
        .whenComplete((done, failure) -> goOn(failure, this::attempt));
  }

  private void settle(String swap) {
    answers.get(swap).forEach(CompletableFuture::complete);
    node.after(
        swapped.plus(PERIOD).minus(node.now()),
        () -> {
          batch = Map.of();
          flush();
        });
  }
}
