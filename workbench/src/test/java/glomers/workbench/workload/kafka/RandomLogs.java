package glomers.workbench.workload.kafka;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import glomers.workbench.workload.kafka.KafkaSession.Positions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Histories of logs that two nodes share. Operations overlap: what happens, happens when they end.
 * Offsets are sparse, up to 2<sup>53</sup>.
 */
final class RandomLogs {
  private static final int WORKERS = 4;
  private static final int MESSAGES_PER_KEY = 16;
  private static final long OFFSET_GAP_MAX = (1L << 53) / MESSAGES_PER_KEY / 2;

  private final SplittableRandom random;
  private final History history = new History();
  private final Map<String, NavigableMap<Long, Object>> logs = new TreeMap<>();
  private final Map<String, Long> committed = new HashMap<>();
  private final int[] processes = new int[WORKERS];
  private final Op[] open = new Op[WORKERS];
  private final Positions[] positions = new Positions[WORKERS];
  private int faultPercent;
  private int sends;
  private boolean isFinal;

  RandomLogs(long seed) {
    random = new SplittableRandom(seed);
    for (int worker = 0; worker < WORKERS; worker++) {
      processes[worker] = worker;
      positions[worker] = new Positions();
    }
  }

  /** Everything is as it should be, and read to the end. */
  History correct(int operations) {
    return make(operations);
  }

  /** Some answers are wrong. */
  History faulty(int operations) {
    faultPercent = random.nextInt(12);
    return make(operations);
  }

  private History make(int operations) {
    for (int i = 0; i < 2 * operations; i++) {
      int worker = random.nextInt(WORKERS);
      if (open[worker] == null) {
        begin(worker);
      } else {
        end(worker);
      }
    }
    for (int worker = 0; worker < WORKERS; worker++) {
      if (open[worker] != null) {
        end(worker);
      }
    }
    isFinal = true;
    List<String> keys = List.copyOf(logs.keySet());
    run(0, "assign", Assign.request(keys));
    run(0, "assign", Assign.fromBeginning(keys));
    for (int i = 0; i < 10; i++) {
      run(0, "poll", Poll.REQUEST);
    }
    return history;
  }

  private void run(int worker, String f, KafkaOp what) {
    invoke(worker, f, what);
    end(worker);
  }

  private void begin(int worker) {
    int dice = random.nextInt(100);
    if (dice < 48) {
      Object message = (long) (sends / 2);
      invoke(worker, "send", new Send(key(sends++ % 2), message, null));
    } else if (dice < 90) {
      invoke(worker, "poll", Poll.REQUEST);
    } else if (dice < 99) {
      List<String> keys = new ArrayList<>(List.of(key(random.nextInt(2))));
      if (random.nextBoolean()) {
        keys = List.of(key(0), key(1));
      }
      boolean seek = random.nextInt(4) == 0;
      invoke(worker, "assign", seek ? Assign.fromBeginning(keys) : Assign.request(keys));
    } else {
      history.add(op(worker, OpType.INVOKE, "crash", new KafkaOp.Crash()));
      open[worker] = history.ops().get(history.size() - 1);
    }
  }

  /** One of the two logs that are in use at present. */
  private String key(int which) {
    return String.valueOf(sends / (2 * MESSAGES_PER_KEY) * 2 + which);
  }

  private void invoke(int worker, String f, KafkaOp what) {
    open[worker] = op(worker, OpType.INVOKE, f, what);
    history.add(open[worker]);
  }

  private Op op(int worker, OpType type, String f, KafkaOp what) {
    return new Op(
        history.size(),
        history.size() * 1_000_000L,
        processes[worker],
        "n" + worker % 2,
        type,
        f,
        what,
        type == OpType.OK ? null : "error",
        null,
        isFinal);
  }

  private void end(int worker) {
    Op invocation = open[worker];
    open[worker] = null;
    KafkaOp what = (KafkaOp) invocation.value();
    if (what instanceof Send send) {
      send(worker, send);
    } else if (what instanceof Poll) {
      poll(worker);
    } else if (what instanceof Assign assign) {
      Assign answered = assign.seekToBeginning() ? assign : assign.answered(listed(assign));
      positions[worker].assign(answered);
      history.add(op(worker, OpType.OK, "assign", answered));
    } else {
      crash(worker, "crash", what);
    }
  }

  private void crash(int worker, String f, KafkaOp what) {
    history.add(op(worker, OpType.INFO, f, what));
    processes[worker] += WORKERS;
    positions[worker] = new Positions();
  }

  private void send(int worker, Send send) {
    NavigableMap<Long, Object> log = logs.computeIfAbsent(send.key(), k -> new TreeMap<>());
    if (random.nextInt(20) == 0) {
      if (fault()) {
        log.put(newOffset(log), send.message());
      }
      history.add(op(worker, OpType.FAIL, "send", send));
      return;
    }
    long offset = fault() ? faultyOffset(log) : newOffset(log);
    if (!fault()) {
      log.put(offset, send.message());
    }
    if (random.nextInt(20) == 0) {
      crash(worker, "send", send);
    } else {
      Send answered = new Send(send.key(), send.message(), offset);
      history.add(op(worker, OpType.OK, "send", answered));
    }
  }

  private long newOffset(NavigableMap<Long, Object> log) {
    long gap = 1 + random.nextLong(OFFSET_GAP_MAX);
    return log.isEmpty() ? gap : log.lastKey() + gap;
  }

  private long faultyOffset(NavigableMap<Long, Object> log) {
    return log.isEmpty() ? 3 : Math.max(0, log.firstKey() - random.nextInt(2));
  }

  private void poll(int worker) {
    Map<String, List<Entry>> answer = new TreeMap<>();
    positions[worker]
        .next()
        .forEach(
            (key, offset) -> {
              List<Entry> entries = entries(key, fault() ? 0 : offset);
              if (!entries.isEmpty()) {
                answer.put(key, entries);
              }
            });
    positions[worker].advance(answer);
    Poll poll = new Poll(answer);
    // A refused commit is no fault of the logs, but of the server: see poll-skip.
    boolean refused = fault();
    poll.commits().forEach((key, offset) -> committed.merge(key, offset, Math::max));
    history.add(op(worker, refused ? OpType.FAIL : OpType.OK, "poll", poll));
  }

  private List<Entry> entries(String key, long from) {
    List<Entry> entries = new ArrayList<>();
    logs.getOrDefault(key, new TreeMap<>())
        .tailMap(from, true)
        .forEach(
            (offset, message) -> {
              if (!fault()) {
                entries.add(new Entry(offset, message));
              }
              if (fault()) {
                Object other = (long) random.nextInt(1 + sends);
                entries.add(new Entry(fault() ? offset : offset + 1, other));
              }
            });
    if (fault() && entries.size() > 1) {
      entries.add(entries.remove(random.nextInt(entries.size())));
    }
    // An answer may end early; a final one does not, so that everything is seen.
    int max = isFinal ? entries.size() : random.nextInt(4);
    return entries.subList(0, Math.min(max, entries.size()));
  }

  private Map<String, Long> listed(Assign assign) {
    Map<String, Long> listed = new TreeMap<>();
    for (String key : assign.keys()) {
      if (committed.containsKey(key)) {
        listed.put(key, committed.get(key));
      }
    }
    return listed;
  }

  private boolean fault() {
    return random.nextInt(1_000) < faultPercent * 10;
  }
}
