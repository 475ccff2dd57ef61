package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Checker;
import glomers.workbench.session.Rpc;
import glomers.workbench.session.Session;
import glomers.workbench.workload.Generator;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.WorkloadType;

/** Challenge 5: messages that are sent to a log are polled from it in order, and none is lost. */
public final class KafkaWorkload implements Workload {
  /** The workload's type. */
  public static final WorkloadType TYPE =
      new WorkloadType(
          "kafka", "append-only logs: sends, polls, and committed offsets", KafkaWorkload::new);

  private final TestOptions options;

  private KafkaWorkload(TestOptions options) {
    this.options = options;
  }

  @Override
  public KafkaOp value(String f, Object edn) {
    return KafkaOp.of(f, edn);
  }

  @Override
  public Generator generator() {
    return new KafkaGenerator(options);
  }

  @Override
  public Session open(Rpc rpc) {
    return new KafkaSession(rpc);
  }

  @Override
  public Class<?> messages() {
    return KafkaMessages.class;
  }

  @Override
  public Checker checker() {
    return new KafkaChecker();
  }
}
