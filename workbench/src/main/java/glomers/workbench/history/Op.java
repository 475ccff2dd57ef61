package glomers.workbench.history;

import glomers.workbench.fault.FaultEvent;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a history: an operation begins or ends.
 *
 * @param index the index in the history, from 0
 * @param timeNanos nanoseconds since the test began
 * @param process the number of the client's process, or {@link #NEMESIS}
 * @param node the node that the process talks to; null for the nemesis
 * @param type whether it begins, or how it ended
 * @param f the name of the function, such as {@code read}
 * @param value its argument or its result, as the workload has it: a value of EDN, or an object
 *     that has a form in it; of the nemesis what it has chosen, and in the entry after that the
 *     {@link FaultEvent} that was carried out
 * @param error why it is not ok, a value of EDN; null if there is nothing to tell
 * @param exception the kind of exception that its client met, such as {@code
 *     malformed-rpc-response}; null if none
 * @param isFinal whether it belongs to the last phase of a test, after all faults are healed
 */
public record Op(
    long index,
    long timeNanos,
    int process,
    String node,
    OpType type,
    String f,
    Object value,
    Object error,
    String exception,
    boolean isFinal) {
  /** The process number of the nemesis. */
  public static final int NEMESIS = -1;

  /** Whether it is a client's, not the nemesis'. */
  public boolean isClient() {
    return process != NEMESIS;
  }

  /** The fault that began or ended; empty if this is no such entry. */
  public Optional<FaultEvent> fault() {
    return value instanceof FaultEvent event ? Optional.of(event) : Optional.empty();
  }

  /** Where and when it was made, such as {@code n0 at 1.204 s}. */
  public String at() {
    return node + " at " + seconds();
  }

  /** When it was made, such as {@code 1.204 s}. */
  public String seconds() {
    return String.format(Locale.ROOT, "%.3f s", timeNanos / 1e9);
  }

  /** Whether it begins. */
  public boolean isInvoke() {
    return type == OpType.INVOKE;
  }

  /** Whether it took place. */
  public boolean isOk() {
    return type == OpType.OK;
  }
}
