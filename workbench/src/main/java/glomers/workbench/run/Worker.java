package glomers.workbench.run;

import glomers.protocol.ErrorCode;
import glomers.workbench.client.Client;
import glomers.workbench.client.Reply;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.history.Recorder;
import glomers.workbench.workload.Invocation;
import glomers.workbench.workload.Workload;
import java.util.List;
import java.util.function.Supplier;

/**
 * Does operations on one node, one at a time, and records how they end. After one whose outcome is
 * unknown it goes on as a new process, with a new client: the old one may be at it still.
 */
final class Worker {
  private static final long TIMEOUT_NANOS = 5_000_000_000L;

  private final String node;
  private final int concurrency;
  private final Workload workload;
  private final Recorder recorder;
  private final Supplier<Client> clients;
  private int process;
  private Client client;

  Worker(
      int index,
      String node,
      int concurrency,
      Workload workload,
      Recorder recorder,
      Supplier<Client> clients) {
    this.process = index;
    this.node = node;
    this.concurrency = concurrency;
    this.workload = workload;
    this.recorder = recorder;
    this.clients = clients;
    this.client = clients.get();
  }

  /** Does an operation and calls {@code then} when it has ended. */
  void run(Invocation invocation, boolean isFinal, Runnable then) {
    Op op = recorder.invoke(process, node, invocation.f(), invocation.value(), isFinal);
    client.call(
        node,
        workload.call(invocation),
        TIMEOUT_NANOS,
        reply -> {
          complete(invocation, op, reply);
          then.run();
        });
  }

  private void complete(Invocation invocation, Op op, Reply reply) {
    if (reply instanceof Reply.Ok ok) {
      Object value = workload.completedValue(invocation, ok.body());
      recorder.complete(op, OpType.OK, value, null, null);
    } else if (reply instanceof Reply.Failed failed) {
      Object error = List.of(Keyword.of(failed.code().wireName()), failed.text());
      fail(op, failed.code().definite(), error, null);
    } else if (reply instanceof Reply.Malformed malformed) {
      recorder.complete(op, OpType.INFO, op.value(), malformed.text(), "malformed-rpc-response");
      renew();
    } else {
      fail(op, ErrorCode.TIMEOUT.definite(), Keyword.of("net-timeout"), null);
    }
  }

  private void fail(Op op, boolean definite, Object error, String exception) {
    boolean failed = definite || workload.isIdempotent(op.f());
    recorder.complete(op, failed ? OpType.FAIL : OpType.INFO, op.value(), error, exception);
    if (!failed) {
      renew();
    }
  }

  private void renew() {
    process += concurrency;
    client.close();
    client = clients.get();
  }
}
