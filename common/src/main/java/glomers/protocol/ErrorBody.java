package glomers.protocol;

import java.util.Optional;

/**
 * The reply to a request that failed.
 *
 * @param code the number of an {@link ErrorCode}
 * @param text what went wrong, for a person to read
 */
public record ErrorBody(int code, Optional<String> text) implements Body {
  /** The reply that carries this exception. */
  public static ErrorBody of(RpcException exception) {
    return new ErrorBody(exception.code().code(), Optional.ofNullable(exception.text()));
  }

  /** The exception that this reply carries. */
  public RpcException toException() {
    return new RpcException(ErrorCode.of(code), text.orElse("the reply says no more"));
  }
}
