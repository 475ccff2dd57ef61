package glomers.kafka;

import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What clients of this node want to be done, on its way into the {@link Journal}. One batch is
 * under way at a time; what comes meanwhile goes into the next one.
 */
final class Proposals {
  /** How often a node looks for batches of the others, if it has none of its own. */
  private static final Duration CATCH_UP_PERIOD = Duration.ofMillis(100);

  /** The longest pause: a node that was held up must not pause for twice as long again. */
  private static final Duration PAUSE_MAX = Duration.ofSeconds(2);

  private static final int SENDS_PER_BATCH_MAX = 1_000;

  /** Batches of many more keys no node could read. */
  private static final int COMMITS_PER_BATCH_MAX = 10_000;

  private final Node node;
  private final Journal journal;
  private final String author;
  private boolean busy;

  private List<Send> sends = new ArrayList<>();
  private List<CompletableFuture<Long>> offsets = new ArrayList<>();
  private Map<String, Long> commits = new HashMap<>();
  private CompletableFuture<Void> committed = new CompletableFuture<>();

  Proposals(Node node, Journal journal) {
    this.node = node;
    this.journal = journal;
    this.author = Incarnation.idOf(node);
    node.every(CATCH_UP_PERIOD, this::catchUp);
  }

  /** Completes with the offset of the message when it is in its log. */
  CompletionStage<Long> send(Send send) {
    if (sends.size() == SENDS_PER_BATCH_MAX) {
      throw new RpcException(
          ErrorCode.TEMPORARILY_UNAVAILABLE,
          SENDS_PER_BATCH_MAX + " messages wait for the store already: try again later");
    }
    CompletableFuture<Long> offset = new CompletableFuture<>();
    sends.add(send);
    offsets.add(offset);
    flush();
    return offset;
  }

  /** Completes when the offsets are committed. */
  CompletionStage<Void> commit(Map<String, Long> newOffsets) {
    if (commits.size() + newOffsets.size() > COMMITS_PER_BATCH_MAX) {
      throw new RpcException(
          ErrorCode.TEMPORARILY_UNAVAILABLE,
          COMMITS_PER_BATCH_MAX + " committed offsets are the most that wait for the store");
    }
    newOffsets.forEach((key, offset) -> commits.merge(key, offset, Math::max));
    CompletionStage<Void> result = committed;
    flush();
    return result;
  }

  private void flush() {
    if (busy || sends.isEmpty() && commits.isEmpty()) {
      return;
    }
    busy = true;
    List<CompletableFuture<Long>> waiting = offsets;
    CompletableFuture<Void> waitingCommit = committed;
    Batch batch = new Batch(author, sends, commits);
    sends = new ArrayList<>();
    offsets = new ArrayList<>();
    commits = new HashMap<>();
    committed = new CompletableFuture<>();
    journal
        .append(batch)
        .thenAccept(
            given -> {
              for (int i = 0; i < given.size(); i++) {
                waiting.get(i).complete(given.get(i));
              }
              waitingCommit.complete(null);
              node.after(pause(), this::done);
            });
  }

  /**
   * A random time, a round trip on average, if that is not long. Without it a node could take slot
   * after slot while another one is still reading those that it has missed.
   */
  private Duration pause() {
    long longest = Math.min(2 * journal.roundTrip().toNanos(), PAUSE_MAX.toNanos());
    return Duration.ofNanos((long) (node.random().nextDouble() * longest));
  }

  private void done() {
    busy = false;
    flush();
  }

  private void catchUp() {
    if (!busy) {
      busy = true;
      journal.catchUp().whenComplete((taken, failure) -> done());
    }
  }
}
