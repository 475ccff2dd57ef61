package glomers.raft;

import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.util.Optional;

/**
 * What came of a {@link Command}.
 *
 * @param done whether it was carried out
 * @param value the value that the key had before; empty if it had none
 */
record CommandResult(boolean done, Optional<Long> value) {
  /** This result, if the command was carried out. */
  CommandResult orThrow() {
    if (done) {
      return this;
    }
    throw value
        .map(is -> new RpcException(ErrorCode.PRECONDITION_FAILED, "the current value is " + is))
        .orElseGet(() -> new RpcException(ErrorCode.KEY_DOES_NOT_EXIST, "there is no such key"));
  }
}
