package glomers.workbench.history;

import glomers.workbench.fault.FaultEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes histories down as a test tells them. Each entry comes a millisecond after the one before;
 * process {@code i} talks to node {@code n<i>}. A completion without a value keeps that of its
 * invocation.
 */
public final class HistoryBuilder {
  private static final long NANOS_PER_MS = 1_000_000;

  private final History history = new History();
  private final Map<Integer, Op> open = new HashMap<>();
  private long nowNanos;
  private boolean finalPhase;

  /** The time of the next entry, in milliseconds since the test began. */
  public HistoryBuilder at(long millis) {
    nowNanos = millis * NANOS_PER_MS;
    return this;
  }

  /** All that follows is final. */
  public HistoryBuilder finalPhase() {
    finalPhase = true;
    return this;
  }

  /** An operation begins. */
  public HistoryBuilder invoke(int process, String f, Object value) {
    Op op = add(process, OpType.INVOKE, f, value, null, null);
    open.put(process, op);
    return this;
  }

  /** The process's operation ends as it should. */
  public HistoryBuilder ok(int process) {
    return ok(process, open.get(process).value());
  }

  /** The process's operation ends with this result. */
  public HistoryBuilder ok(int process, Object value) {
    add(process, OpType.OK, open.get(process).f(), value, null, null);
    return this;
  }

  /** The process's operation did not take place. */
  public HistoryBuilder fail(int process, Object error) {
    Op invocation = open.get(process);
    add(process, OpType.FAIL, invocation.f(), invocation.value(), error, null);
    return this;
  }

  /** The outcome of the process's operation is unknown. */
  public HistoryBuilder info(int process, Object error) {
    return info(process, error, null);
  }

  /** The outcome of the process's operation is unknown, as its client met an exception. */
  public HistoryBuilder info(int process, Object error, String exception) {
    Op invocation = open.get(process);
    add(process, OpType.INFO, invocation.f(), invocation.value(), error, exception);
    return this;
  }

  /** The nemesis chooses something. */
  public HistoryBuilder nemesis(String f, Object value) {
    add(Op.NEMESIS, OpType.INFO, f, value, null, null);
    return this;
  }

  /** A fault begins or ends. */
  public HistoryBuilder fault(FaultEvent event) {
    return nemesis(event.function(), event);
  }

  /** An operation begins and, a millisecond later, ends with this result. */
  public HistoryBuilder call(int process, String f, Object argument, Object result) {
    return invoke(process, f, argument).ok(process, result);
  }

  /** The history so far. */
  public History build() {
    return history;
  }

  private Op add(int process, OpType type, String f, Object value, Object error, String exception) {
    boolean client = process != Op.NEMESIS;
    Op op =
        new Op(
            history.size(),
            nowNanos,
            process,
            client ? "n" + process : null,
            type,
            f,
            value,
            error,
            exception,
            client && finalPhase);
    history.add(op);
    nowNanos += NANOS_PER_MS;
    return op;
  }
}
