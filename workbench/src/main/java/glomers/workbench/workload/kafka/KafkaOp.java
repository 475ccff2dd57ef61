package glomers.workbench.workload.kafka;

import glomers.workbench.history.Op;
import java.util.Optional;

/** An operation of a client on the logs, with as much of the answer as is known. */
public sealed interface KafkaOp permits Send, Poll, Assign {
  /** The value of an entry of a history, in the form that this package's description gives. */
  Object toEdn();

  /** The operation of an entry of a history; as {@link #of(String, Object)}. */
  static Optional<KafkaOp> of(Op op) {
    return of(op.f(), op.value());
  }

  /**
   * The operation that a value stands for; empty for functions without one, such as {@code crash}.
   *
   * @param f the name of the function
   * @throws IllegalArgumentException if the value does not have the form for the function
   */
  static Optional<KafkaOp> of(String f, Object value) {
    try {
      return switch (f) {
        case "send" -> Optional.of(Send.of(value));
        case "poll" -> Optional.of(Poll.of(value));
        case "assign" -> Optional.of(Assign.of(value));
        default -> Optional.empty();
      };
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException("not a value of the function " + f + ": " + value, e);
    }
  }
}
