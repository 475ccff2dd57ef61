package glomers.workbench.workload.counter;

import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.session.CallSession;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.ErrorRule;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.WorkloadType;

/** A counter to which every node adds, and of which all nodes know the sum in the end. */
public record CounterWorkload(TestOptions options, long deltaMin) implements Workload {
  public static final WorkloadType GROW_ONLY =
      new WorkloadType(
          "g-counter",
          "a counter that only grows, and converges",
          options -> new CounterWorkload(options, 0));

  public static final WorkloadType POSITIVE_NEGATIVE =
      new WorkloadType(
          "pn-counter",
          "a counter that grows and shrinks, and converges",
          options -> new CounterWorkload(options, Long.MIN_VALUE));

  record Add(long delta) implements Body {}

  record AddOk() implements Body {}

  record Read() implements Body {}

  record ReadOk(long value) implements Body {}

  @Override
  public Generator generator() {
    return new DeltasAndReads(deltaMin, options.variation());
  }

  @Override
  public Session open(Rpc rpc) {
    return new CallSession(rpc, ErrorRule.ALWAYS_INFO)
        .on("add", Long.class, Add::new, AddOk.class, (delta, reply) -> delta)
        .on(
            "read",
            Void.class,
            none -> new Read(),
            ReadOk.class,
            (none, reply) -> reply.body().value());
  }

  @Override
  public Checker checker() {
    return new CounterChecker(options.nodes());
  }
}
