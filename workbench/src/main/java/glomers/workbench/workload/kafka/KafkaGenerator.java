package glomers.workbench.workload.kafka;

import glomers.workbench.history.Op;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.KeyPool;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * As many sends as polls, at times an assign, which may take in all logs that nobody has polled to
 * the end, and crashes of clients. In the end each worker reads all logs from their beginning.
 */
final class KafkaGenerator implements Generator {
  /** One operation of so many is an assign. */
  private static final int OPERATIONS_PER_ASSIGN = 64;

  /** The same where settings are drawn: only an assign shows what is committed. */
  private static final int OPERATIONS_PER_ASSIGN_DRAWN = 8;

  /** One assign of so many takes in the unseen logs, too. */
  private static final int ASSIGNS_PER_CATCH_UP = 3;

  /** How long a client lives, on average. */
  private static final long CLIENT_LIFE_NANOS = 30_000_000_000L;

  static final Invocation POLL = new Invocation("poll", Poll.REQUEST);
  static final Invocation CRASH = new Invocation("crash", new KafkaOp.Crash());

  private final TestOptions options;
  private final KeyPool pool;
  private final int operationsPerAssign;
  private final LogEnds ends = new LogEnds();
  private KeyPool.Access due;
  private long nextCrashNanos;
  private FinalReads finalReads;

  KafkaGenerator(TestOptions options) {
    this.options = options;
    this.operationsPerAssign =
        options.variation().drawn() ? OPERATIONS_PER_ASSIGN_DRAWN : OPERATIONS_PER_ASSIGN;
    this.pool =
        new KeyPool(options.keys().count(), options.keys().maxWrites(), options.variation());
  }

  @Override
  public Optional<Invocation> next(Turn turn) {
    RandomGenerator random = turn.random();
    if (turn.elapsedNanos() >= nextCrashNanos) {
      long meanGapNanos = CLIENT_LIFE_NANOS / options.concurrency();
      nextCrashNanos = turn.elapsedNanos() + random.nextLong(2 * meanGapNanos);
      return Optional.of(CRASH);
    }
    if (due == null) {
      due = pool.next(random);
    }
    if (random.nextInt(operationsPerAssign) == 0) {
      return Optional.of(assign(random)); // the operation stays due
    }
    KeyPool.Access step = due;
    due = null;
    return Optional.of(step.isWrite() ? send(step) : POLL);
  }

  private Invocation assign(RandomGenerator random) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(Long.toString(due.key()));
    if (random.nextInt(ASSIGNS_PER_CATCH_UP) == 0) {
      keys.addAll(ends.unseen());
    }
    return new Invocation("assign", Assign.request(List.copyOf(keys)));
  }

  private static Invocation send(KeyPool.Access step) {
    return new Invocation("send", new Send(Long.toString(step.key()), step.value(), null));
  }

  @Override
  public void completed(int worker, Op invocation, Op completion) {
    if (!completion.isOk()) {
      if (completion.isFinal() && completion.f().equals("poll")) {
        finalReads.unanswered(worker);
      }
      return;
    }
    ends.observe((KafkaOp) completion.value());
    if (completion.isFinal() && completion.value() instanceof Poll poll) {
      finalReads.polled(worker, poll);
    }
  }

  @Override
  public Optional<FinalPhase> finalPhase() {
    finalReads = new FinalReads(ends.known(), options);
    return Optional.of(finalReads);
  }

  /** The known ends of the logs, from operations that were ok, and how far the logs were polled. */
  private static final class LogEnds {
    private final Map<String, Long> known = new LinkedHashMap<>();
    private final Map<String, Long> sent = new LinkedHashMap<>();
    private final Map<String, Long> polled = new LinkedHashMap<>();
    private final Set<String> unseen = new LinkedHashSet<>();

    void observe(KafkaOp ok) {
      if (ok instanceof Send send) {
        sent.merge(send.key(), send.offset(), Math::max);
        update(send.key(), send.offset());
      } else if (ok instanceof Poll poll) {
        poll.commits()
            .forEach(
                (key, offset) -> {
                  polled.merge(key, offset, Math::max);
                  update(key, offset);
                });
      }
    }

    private void update(String key, long offset) {
      known.merge(key, offset, Math::max);
      if (sent.getOrDefault(key, -1L) > polled.getOrDefault(key, -1L)) {
        unseen.add(key);
      } else {
        unseen.remove(key);
      }
    }

    /** The logs that were sent to beyond what any client has polled. */
    List<String> unseen() {
      return List.copyOf(unseen);
    }

    /** The highest offset known of each log. */
    Map<String, Long> known() {
      return new LinkedHashMap<>(known);
    }
  }
}
