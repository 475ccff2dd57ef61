package glomers.workbench.session;

import glomers.protocol.ErrorCode;
import glomers.workbench.history.OpType;

/** How a client records an operation that was answered with an error, or not at all. */
public enum ErrorRule {
  /** As failed if the error is definite; else its outcome is unknown. */
  BY_CODE,
  /** As failed: whether the operation took place makes no difference, as with a read. */
  ALWAYS_FAIL,
  /** As unknown, whatever the error is: Maelstrom's clients of sets and counters do so. */
  ALWAYS_INFO;

  OpType type(ErrorCode code) {
    return switch (this) {
      case BY_CODE -> code.definite() ? OpType.FAIL : OpType.INFO;
      case ALWAYS_FAIL -> OpType.FAIL;
      case ALWAYS_INFO -> OpType.INFO;
    };
  }
}
