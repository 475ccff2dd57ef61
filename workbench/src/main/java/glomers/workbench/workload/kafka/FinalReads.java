package glomers.workbench.workload.kafka;

import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Turn;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Each worker takes a new client, seeks to the beginning of all logs, and polls until it has seen
 * each to the end that is known. Before that each node is asked once, by an assign, which offsets
 * of all logs are committed, as these polls will commit all of them; Maelstrom does not ask that. A
 * worker whose operation gets no answer has a new client, which begins at the beginning, too.
 */
final class FinalReads implements FinalPhase {
  private static final Duration MEAN_PAUSE = Duration.ofMillis(200);
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  /** So many mean latencies longer where they were drawn: a commit takes several. */
  private static final int LATENCIES = 40;

  /** The messages that one worker has yet to see, and its first steps. */
  private record Reader(Map<String, Long> missing, Queue<Invocation> firstSteps) {}

  private final Map<String, Long> ends;
  private final List<String> keys;
  private final int nodes;
  private final Duration timeLimit;
  private final Map<Integer, Reader> readers = new HashMap<>();

  /**
   * Final operations, one worker beside the other.
   *
   * @param ends the highest offset known of each log
   * @param options those of the test: the first workers talk to one of its nodes each
   */
  FinalReads(Map<String, Long> ends, TestOptions options) {
    this.ends = ends;
    this.keys = List.copyOf(ends.keySet());
    this.nodes = options.nodes().size();
    this.timeLimit =
        options.variation().drawn()
            ? TIME_LIMIT.plusMillis(LATENCIES * options.latency().meanMillis())
            : TIME_LIMIT;
  }

  @Override
  public Optional<Invocation> next(Turn turn) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Reader reader = readers.computeIfAbsent(turn.worker(), this::open);
    if (!reader.firstSteps.isEmpty()) {
      return Optional.of(reader.firstSteps.remove());
    }
    return reader.missing.isEmpty() ? Optional.empty() : Optional.of(KafkaGenerator.POLL);
  }

  private Reader open(int worker) {
    Reader reader = new Reader(new HashMap<>(ends), new ArrayDeque<>());
    reader.firstSteps.add(KafkaGenerator.CRASH);
    if (worker < nodes) {
      reader.firstSteps.add(new Invocation("assign", Assign.request(keys)));
    }
    reader.firstSteps.add(new Invocation("assign", Assign.fromBeginning(keys)));
    return reader;
  }

  /** What this worker asked was not answered: its new client has no logs yet. */
  void unanswered(int worker) {
    Reader reader = readers.get(worker);
    if (reader.firstSteps.isEmpty()) {
      reader.firstSteps.add(new Invocation("assign", Assign.fromBeginning(keys)));
    }
  }

  /** A poll of this worker was ok. */
  void polled(int worker, Poll poll) {
    Map<String, Long> missing = readers.get(worker).missing();
    poll.commits()
        .forEach(
            (key, offset) -> {
              if (missing.getOrDefault(key, Long.MAX_VALUE) <= offset) {
                missing.remove(key);
              }
            });
  }

  @Override
  public Duration meanPause() {
    return MEAN_PAUSE;
  }

  @Override
  public Duration timeLimit() {
    return timeLimit;
  }
}
