package glomers.workbench.workload.kafka;

import glomers.workbench.history.Op;

/**
 * An operation that has ended.
 *
 * @param what as its completion tells it
 */
record Event(Op invocation, Op completion, KafkaOp what) {
  boolean isOk() {
    return completion.isOk();
  }

  int process() {
    return completion.process();
  }

  String node() {
    return completion.node();
  }
}
