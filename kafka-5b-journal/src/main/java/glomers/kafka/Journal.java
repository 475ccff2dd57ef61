package glomers.kafka;

import glomers.node.Backoff;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.service.KeyValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One sequence of batches that all nodes agree on, in the store: a slot for each, which is written
 * once and never changed. Whoever writes a slot first, by compare-and-set, has it. All nodes apply
 * the batches in the order of the slots, and so come to the same state (Schneider 1990).
 *
 * <p>A node that finds a slot taken reads it, and tries the next one. A write whose outcome is not
 * known is repeated for the same slot, where it also succeeds if the slot holds this very batch. So
 * no batch is in two slots.
 */
final class Journal {
  /** After that a call is repeated; it may have taken effect, or may still do so. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Duration RETRY_DELAY_MIN = Duration.ofMillis(10);
  private static final Duration RETRY_DELAY_MAX = Duration.ofSeconds(1);

  /** The most slots that are read at the same time. */
  private static final int READ_AHEAD_MAX = 64;

  private final Node node;
  private final KeyValue store;
  private final Function<Batch, List<Long>> apply;
  private long next;
  private Duration roundTrip = Duration.ZERO;

  /**
   * A journal of which nothing is known yet.
   *
   * @param apply is given each batch once, in the order of the slots, and returns the offsets of
   *     its messages
   */
  Journal(Node node, Function<Batch, List<Long>> apply) {
    this.node = node;
    this.store = KeyValue.linearizable(node).withTimeout(TIMEOUT);
    this.apply = apply;
  }

  /** How long the last write took. */
  Duration roundTrip() {
    return roundTrip;
  }

  /**
   * Writes a batch to the first free slot, and gives the offsets of its messages. Never fails, and
   * takes as long as the store can't be reached. One call at a time.
   */
  CompletionStage<List<Long>> append(Batch batch) {
    CompletableFuture<List<Long>> offsets = new CompletableFuture<>();
    write(batch, 1, offsets, new Backoff(node, RETRY_DELAY_MIN, RETRY_DELAY_MAX));
    return offsets;
  }

  private void write(
      Batch batch, int readAhead, CompletableFuture<List<Long>> offsets, Backoff backoff) {
    Duration begun = node.now();
    store
        .compareAndSet(slot(next), batch, batch, true)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                roundTrip = node.now().minus(begun);
                offsets.complete(take(batch));
              } else if (isTaken(failure)) {
                read(readAhead)
                    .exceptionally(unread -> false)
                    .thenAccept(all -> write(batch, all ? twice(readAhead) : 1, offsets, backoff));
              } else {
                node.after(backoff.next(), () -> write(batch, readAhead, offsets, backoff));
              }
            });
  }

  private static String slot(long number) {
    return "batch-" + number;
  }

  private static int twice(int count) {
    return Math.min(2 * count, READ_AHEAD_MAX);
  }

  private static boolean isTaken(Throwable failure) {
    return failure instanceof RpcException e && e.code().equals(ErrorCode.PRECONDITION_FAILED);
  }

  private List<Long> take(Batch batch) {
    next++;
    return apply.apply(batch);
  }

  /** Reads up to the first free slot. May fail if the store can't be reached. */
  CompletionStage<?> catchUp() {
    return catchUp(1);
  }

  private CompletionStage<Boolean> catchUp(int count) {
    return read(count)
        .thenCompose(all -> all ? catchUp(twice(count)) : CompletableFuture.completedFuture(false));
  }

  /** Reads so many slots at once, and says whether all of them were taken. */
  private CompletionStage<Boolean> read(int count) {
    List<CompletableFuture<Optional<Batch>>> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(store.readIfPresent(slot(next + i), Batch.class).toCompletableFuture());
    }
    return CompletableFuture.allOf(slots.toArray(CompletableFuture[]::new))
        .thenApply(done -> slots.stream().allMatch(slot -> take(slot.join())));
  }

  private boolean take(Optional<Batch> batch) {
    batch.ifPresent(this::take);
    return batch.isPresent();
  }
}
