package glomers.raft;

import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.util.Optional;

/**
 * The reply to {@link Command}, which it names by its client and number.
 *
 * @param done whether the command was carried out
 * @param value the value that the key had before; empty if it had none
 */
record CommandResult(String client, long number, boolean done, Optional<Long> value)
    implements Body {
  /** This result, if it is that of this command, and not of one from before a crash. */
  CommandResult of(Command command) {
    if (client.equals(command.client()) && number == command.number()) {
      return this;
    }
    throw new RpcException(ErrorCode.TIMEOUT, "an answer to an earlier command came instead");
  }

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
