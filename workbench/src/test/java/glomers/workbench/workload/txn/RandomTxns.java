package glomers.workbench.workload.txn;

import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Random histories of transactions on a store that is wrong now and then: reads see old versions,
 * what aborted, or what is overwritten by its own transaction; writes come before others that were
 * there first.
 */
final class RandomTxns {
  private final DataType type;
  private final SplittableRandom random;
  private final HistoryBuilder history = new HistoryBuilder();
  private final double faults;
  private final Map<Object, List<Object>> versions = new LinkedHashMap<>();
  private final Map<Object, Long> lastValues = new HashMap<>();
  private final Map<Integer, List<MicroOp>> open = new LinkedHashMap<>();
  private int nextProcess;

  /**
   * A source of histories.
   *
   * @param faults how likely each read or write goes wrong, 0 to 1
   */
  RandomTxns(DataType type, long seed, double faults) {
    this.type = type;
    this.random = new SplittableRandom(seed);
    this.faults = faults;
  }

  /** A history of so many transactions on so many keys, performed by three processes. */
  RandomTxns run(int txns, int keys) {
    List<Integer> free = new ArrayList<>(List.of(0, 1, 2));
    nextProcess = 3;
    int begun = 0;
    while (begun < txns || !open.isEmpty()) {
      if (begun < txns && !free.isEmpty() && random.nextBoolean()) {
        int process = free.remove(random.nextInt(free.size()));
        List<MicroOp> ops = request(keys);
        open.put(process, ops);
        history.invoke(process, "txn", new MicroOps(ops));
        begun++;
      } else if (!open.isEmpty()) {
        List<Integer> processes = new ArrayList<>(open.keySet());
        free.add(end(processes.get(random.nextInt(processes.size()))));
      }
    }
    return this;
  }

  private List<MicroOp> request(int keys) {
    List<MicroOp> ops = new ArrayList<>();
    int length = 1 + random.nextInt(3);
    for (int i = 0; i < length; i++) {
      Object key = (long) random.nextInt(keys);
      ops.add(
          random.nextBoolean()
              ? MicroOp.read(key, null)
              : MicroOp.write(type, key, lastValues.merge(key, 1L, Long::sum)));
    }
    return ops;
  }

  /** Ends a transaction; gives the process that goes on. */
  private int end(int process) {
    List<MicroOp> ops = open.remove(process);
    int outcome = random.nextInt(12);
    if (outcome == 0) {
      if (random.nextDouble() < faults) {
        perform(ops); // aborted, but it shows
      }
      history.fail(process, "aborted");
      return process;
    } else if (outcome == 1) {
      if (random.nextBoolean()) {
        perform(ops);
      }
      history.info(process, "timeout");
      return nextProcess++;
    }
    history.ok(process, new MicroOps(perform(ops)));
    return process;
  }

  private List<MicroOp> perform(List<MicroOp> ops) {
    Map<Object, List<Object>> own = new HashMap<>();
    List<MicroOp> done = new ArrayList<>();
    for (MicroOp op : ops) {
      if (op.isWrite()) {
        own.computeIfAbsent(op.key(), k -> new ArrayList<>()).add(op.value());
        done.add(op);
      } else {
        done.add(MicroOp.read(op.key(), read(op.key(), own.getOrDefault(op.key(), List.of()))));
      }
    }
    own.forEach(this::append);
    return done;
  }

  private void append(Object key, List<Object> values) {
    List<Object> all = versions.computeIfAbsent(key, k -> new ArrayList<>());
    for (Object value : values) {
      boolean late = random.nextDouble() < faults && !all.isEmpty();
      all.add(late ? all.size() - 1 : all.size(), value);
    }
  }

  private Object read(Object key, List<Object> own) {
    List<Object> seen = new ArrayList<>(versions.getOrDefault(key, List.of()));
    if (random.nextDouble() < faults) {
      seen = new ArrayList<>(seen.subList(0, random.nextInt(seen.size() + 1)));
    }
    if (random.nextDouble() >= faults / 2) {
      seen.addAll(own);
    }
    if (seen.size() > 1 && random.nextDouble() < faults / 8) {
      seen.add(seen.get(0));
    }
    if (type == DataType.LIST_APPEND) {
      return seen.isEmpty() ? null : seen;
    }
    return seen.isEmpty() ? null : seen.get(seen.size() - 1);
  }

  /** Adds two transactions, on n0 and n1, that read every key in full. */
  RandomTxns readAll(boolean isFinal) {
    if (isFinal) {
      history.finalPhase();
    }
    List<MicroOp> reads = new ArrayList<>();
    List<MicroOp> answers = new ArrayList<>();
    for (Object key : lastValues.keySet()) {
      List<Object> all = versions.getOrDefault(key, List.of());
      Object list = all.isEmpty() ? null : List.copyOf(all);
      Object last = all.isEmpty() ? null : all.get(all.size() - 1);
      reads.add(MicroOp.read(key, null));
      answers.add(MicroOp.read(key, type == DataType.LIST_APPEND ? list : last));
    }
    for (int process : Arrays.asList(0, 1)) {
      history.call(process, "txn", new MicroOps(reads), new MicroOps(answers));
    }
    return this;
  }

  History build() {
    return history.build();
  }
}
