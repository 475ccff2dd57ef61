package glomers.workbench.checker.kafka;

import glomers.workbench.history.Op;
import java.util.Optional;

/** What a client asks of the logs, and as much of the answer as is known. */
public sealed interface KafkaOp permits Send, Poll, Assign {
  /** The value of an entry of a history, in the form that this package's description gives. */
  Object toEdn();

  /**
   * What an entry of a history tells; empty for functions that ask nothing, such as {@code crash}.
   *
   * @throws IllegalArgumentException if its value does not have the form for its function
   */
  static Optional<KafkaOp> of(Op op) {
    try {
      return switch (op.f()) {
        case "send" -> Optional.of(Send.of(op.value()));
        case "poll" -> Optional.of(Poll.of(op.value()));
        case "assign" -> Optional.of(Assign.of(op.value()));
        default -> Optional.empty();
      };
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException("not a value of the function " + op.f() + ": " + op, e);
    }
  }
}
