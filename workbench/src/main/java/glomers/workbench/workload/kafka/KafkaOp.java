package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnForm;

/** An operation of a client on the logs, with as much of the answer as is known. */
public sealed interface KafkaOp extends EdnForm permits Send, Poll, Assign, KafkaOp.Crash {
  /** The client goes away without a word, and another one takes its place. */
  record Crash() implements KafkaOp {
    @Override
    public Object toEdn() {
      return null;
    }
  }

  /**
   * The operation that this package's description gives a form for.
   *
   * @param f the name of the function
   * @throws IllegalArgumentException if there is no such function, or this is not its form
   */
  static KafkaOp of(String f, Object edn) {
    try {
      return switch (f) {
        case "send" -> Send.of(edn);
        case "poll" -> Poll.of(edn);
        case "assign" -> Assign.of(edn);
        case "crash" -> new Crash();
        default -> throw new IllegalArgumentException("a log has no function " + f);
      };
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException(
          "not a value of the function " + f + ": " + Edn.print(edn), e);
    }
  }
}
