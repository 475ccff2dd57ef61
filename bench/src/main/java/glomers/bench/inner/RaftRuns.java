package glomers.bench.inner;

import glomers.bench.process.LinKv;
import glomers.bench.report.Metric;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import glomers.workbench.trace.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.LongStream;

/**
 * What replicated stores cost in virtual time. The figures depend on the seed alone, and not on the
 * machine.
 */
public final class RaftRuns {
  private static final Duration LATENCY = Duration.ofMillis(10);
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final long FIRST_SECOND_NANOS = 1_000_000_000;
  private static final int FAILOVERS = 1_000;
  private static final Set<Keyword> ANSWERS =
      Set.of(
          Keyword.of(ErrorCode.PRECONDITION_FAILED.wireName()),
          Keyword.of(ErrorCode.KEY_DOES_NOT_EXIST.wireName()));

  private final Function<Node, Object> store;
  private final Function<Node, Object> transactions;

  /**
   * Runs of these executables.
   *
   * @param store a key-value store
   * @param transactions a store of lists
   */
  public RaftRuns(Path store, Path transactions) {
    this.store = ServerLoader.load(store);
    this.transactions = ServerLoader.load(transactions);
  }

  /**
   * Runs both stores without faults.
   *
   * @throws glomers.workbench.simulation.InvalidRunError if one is wrong
   */
  public void run(long seed, ObjDoubleConsumer<Metric> results) {
    SimulatedRun run =
        simulation(store, 5, seed).workload("lin-kv").concurrency("10n").rate(500).run();
    run.assertValid();
    double[] millis = millis(run.history());
    results.accept(Metric.RAFT_MESSAGES, run.serverMessagesPerOperation());
    results.accept(Metric.RAFT_P50, quantile(millis, 0.5));
    results.accept(Metric.RAFT_P99, quantile(millis, 0.99));
    results.accept(
        Metric.RAFT_UNANSWERED, run.history().clientOps().filter(RaftRuns::isUnanswered).count());
    SimulatedRun txns =
        simulation(transactions, 3, seed)
            .workload("txn-list-append")
            .concurrency("4n")
            .rate(100)
            .run();
    txns.assertValid();
    results.accept(Metric.TXN_MESSAGES, txns.serverMessagesPerOperation());
  }

  private static Simulation<Object> simulation(
      Function<Node, Object> server, int nodes, long seed) {
    return Simulation.of(server).nodes(nodes).latency(LATENCY).timeLimit(TIME).noSwarm().seed(seed);
  }

  private static double[] millis(History history) {
    return history
        .clientOps()
        .filter(Op::isOk)
        .mapToDouble(op -> (op.timeNanos() - history.invocation(op).timeNanos()) / 1e6)
        .sorted()
        .toArray();
  }

  private static double quantile(double[] sorted, double quantile) {
    return sorted[(int) (quantile * sorted.length)];
  }

  /** Whether it has failed, but for what its key lacks or has, as a cas may. */
  private static boolean isUnanswered(Op op) {
    return op.timeNanos() > FIRST_SECOND_NANOS
        && (op.type() == OpType.FAIL || op.type() == OpType.INFO)
        && !(op.error() instanceof List<?> named && ANSWERS.contains(named.get(0)));
  }

  /** Crashes the leader of five nodes, and waits for the answer to a write, for many seeds. */
  public void failover(ObjDoubleConsumer<Metric> results) {
    double[] millis =
        LongStream.rangeClosed(1, FAILOVERS).mapToDouble(this::failoverMillis).sorted().toArray();
    results.accept(Metric.FAILOVER_P50, quantile(millis, 0.5));
    results.accept(Metric.FAILOVER_MAX, millis[millis.length - 1]);
  }

  private double failoverMillis(long seed) {
    Scenario<Object> scenario = Scenario.of(store, 5, LATENCY, seed);
    scenario.advance(Duration.ofMillis(1_000 + seed % 50)); // at any time between two heartbeats
    String leader = leader(scenario.recording());
    scenario.crash(leader);
    Duration crashed = scenario.now();
    String other = leader.equals("n0") ? "n1" : "n0";
    scenario.call(other, new LinKv.Write(1, 2), LinKv.WriteOk.class);
    return scenario.now().minus(crashed).toNanos() / 1e6;
  }

  /** Who has sent entries, or a heartbeat, last. */
  private static String leader(Recording recording) {
    for (int row = recording.size() - 1; row >= 0; row--) {
      if (recording.body(row).startsWith("{\"type\":\"append_entries\"")) {
        return recording.names().get(recording.src(row));
      }
    }
    throw new IllegalStateException("no node has led in the first second");
  }
}
