package glomers.workbench.run;

import glomers.protocol.Message;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.options.Workloads;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a test has led to.
 *
 * @param sent all messages, in order
 * @param log what the test said of its course
 * @param endNanos when it was over
 */
record Trace(
    RunRecord outcome, Result result, List<Message> sent, List<String> log, long endNanos) {

  static Trace of(TestOptions options, VirtualTimeScheduler scheduler, Cluster cluster) {
    List<Message> sent = new ArrayList<>();
    NetworkListener listener =
        new NetworkListener() {
          @Override
          public void sent(long id, Message message) {
            sent.add(message);
          }

          @Override
          public void received(long id, Message message, long sentNanos) {}
        };
    Workload workload = Workloads.named(options.workload()).factory().apply(options);
    ListLog log = new ListLog();
    TestRun run =
        new TestRun(
            options,
            workload,
            new World(
                scheduler, cluster, new RandomStreams(options.seed()), List.of(listener), log),
            op -> {});
    run.begin();
    scheduler.run();
    RunRecord outcome = run.outcome();
    Result result = Analysis.of(options, workload, outcome);
    return new Trace(outcome, result, sent, log.lines, scheduler.nowNanos());
  }

  Validity validity() {
    return result.validity();
  }

  /** The result of one of the test's checkers. */
  Result result(String checker) {
    return (Result) result.details().get(checker);
  }

  List<Op> ops() {
    return outcome.history().ops();
  }

  List<Op> ops(Predicate<Op> condition) {
    return ops().stream().filter(condition).toList();
  }

  List<Op> ops(String f, OpType type) {
    return ops(op -> op.f().equals(f) && op.type() == type);
  }

  List<Message> sentBetweenServers() {
    return sent.stream()
        .filter(message -> !message.src().startsWith("c") && !message.dest().startsWith("c"))
        .toList();
  }

  /** What the test has to say of the node that it failed on. */
  String failure() {
    return outcome.failure().orElseThrow().describe();
  }

  /** The result in full, to explain an assertion that fails. */
  String explain() {
    return Edn.pretty(result.toEdn(), Edn.WIDTH);
  }
}
