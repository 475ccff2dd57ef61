package glomers.workbench.workload.register;

import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reads, writes and compare-and-sets of one key after the other. The workers form groups of two for
 * each node, with a key at a time; the first half of each group reads, the other half writes, or as
 * many as the options' share of writes says, but never all or none. A group goes on to a new key
 * when many processes have seen the present one, as each operation of unknown outcome makes the
 * analysis longer, or when it has been used often.
 *
 * <p>In Maelstrom only the first group has readers, a key is used any number of times, and a test
 * of more than ten nodes never begins.
 */
final class LinKvGenerator implements Generator {
  /** How many processes see one key, at most, if groups are small. */
  private static final int PROCESSES_MAX = 20;

  /** How many operations one key gets, at most. */
  private static final int OPERATIONS_MAX = 2_000;

  private static final int VALUES = 5;

  private final int nodes;
  private final int readers;
  private final int processesMax;
  private final long[] keys;
  private final int[] processes;
  private final int[] operations;
  private long nextKey;

  LinKvGenerator(TestOptions options) {
    this.nodes = options.nodes().size();
    int writers = Math.round(options.variation().writes() * groupSize() / 100f);
    this.readers = groupSize() - Math.min(Math.max(writers, 1), groupSize() - 1);
    this.processesMax = Math.max(PROCESSES_MAX, 3 * nodes);
    int groups = options.concurrency() / groupSize();
    this.keys = new long[groups];
    this.processes = new int[groups];
    this.operations = new int[groups];
    for (int group = 0; group < groups; group++) {
      begin(group);
    }
  }

  private int groupSize() {
    return 2 * nodes;
  }

  private void begin(int group) {
    keys[group] = nextKey++;
    processes[group] = groupSize();
    operations[group] = 0;
  }

  @Override
  public Optional<Invocation> next(Turn turn) {
    int group = turn.worker() / groupSize();
    if (processes[group] > processesMax || operations[group] == OPERATIONS_MAX) {
      begin(group);
    }
    operations[group]++;
    boolean reads = turn.worker() % groupSize() < readers;
    return Optional.of(
        reads ? LinKvWorkload.read(keys[group]) : change(keys[group], turn.random()));
  }

  private static Invocation change(long key, RandomGenerator random) {
    long value = random.nextInt(VALUES);
    return random.nextInt(3) == 0
        ? LinKvWorkload.write(key, value)
        : LinKvWorkload.cas(key, value, random.nextInt(VALUES));
  }

  @Override
  public void completed(int worker, Op invocation, Op completion) {
    if (completion.type() == OpType.INFO) {
      processes[worker / groupSize()]++;
    }
  }
}
