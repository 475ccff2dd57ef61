package glomers.workbench.run;

import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.history.Recorder;
import glomers.workbench.session.Client;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Completion;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Performs operations on one node, one at a time, and records how they end. After an operation of
 * unknown outcome, which may still take effect, it continues as a new process. For use within
 * events only.
 */
public final class Worker {
  private final int index;
  private final String node;
  private final int concurrency;
  private final Workload workload;
  private final Generator generator;
  private final Recorder recorder;
  private final Supplier<Client> clients;
  private int process;
  private Client client;
  private Session session;

  /**
   * A worker whose session is open.
   *
   * @param index its number, from 0, and that of its first process
   * @param concurrency how many workers there are
   * @param clients makes a client for each session
   */
  public Worker(
      int index,
      String node,
      int concurrency,
      Workload workload,
      Generator generator,
      Recorder recorder,
      Supplier<Client> clients) {
    this.index = index;
    this.process = index;
    this.node = node;
    this.concurrency = concurrency;
    this.workload = workload;
    this.generator = generator;
    this.recorder = recorder;
    this.clients = clients;
    open();
  }

  private void open() {
    client = clients.get();
    session = workload.open(client.to(node, workload.timeout().toNanos()));
  }

  Turn turn(long elapsedNanos, RandomGenerator random) {
    return new Turn(index, elapsedNanos, random);
  }

  /** Performs an operation and calls {@code then} when it has ended. */
  public void perform(Invocation operation, boolean isFinal, Runnable then) {
    perform(operation, isFinal, completion -> then.run());
  }

  /** As {@link #perform(Invocation, boolean, Runnable)}; tells how it has ended. */
  void perform(Invocation operation, boolean isFinal, Consumer<Completion> then) {
    Op op = recorder.invoke(process, node, operation.f(), operation.value(), isFinal);
    session.invoke(
        operation,
        completion -> {
          complete(op, completion);
          then.accept(completion);
        });
  }

  private void complete(Op op, Completion completion) {
    Op ended =
        recorder.complete(
            op, completion.type(), completion.value(), completion.error(), completion.exception());
    if (completion.type() == OpType.INFO) {
      process += concurrency;
      if (workload.reopensSessions()) {
        client.close();
        open();
      }
    }
    generator.completed(index, op, ended);
  }
}
