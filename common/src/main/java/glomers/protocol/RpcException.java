package glomers.protocol;

/**
 * The exception of a request that ended in an error. A handler throws it to reply with that error;
 * the stage of an rpc completes with it if the other side replied with an error, or if no reply
 * arrived in time.
 */
public final class RpcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final String text;

  /**
   * An error with this code.
   *
   * @param text what went wrong, for a person to read; it travels with the code
   */
  public RpcException(ErrorCode code, String text) {
    this(code, text, null);
  }

  /** As {@link #RpcException(ErrorCode, String)}, with the exception that led to it, or null. */
  public RpcException(ErrorCode code, String text, Throwable cause) {
    super(code + ": " + text, cause);
    this.code = code;
    this.text = text;
  }

  /** A {@link ErrorCode#MALFORMED_REQUEST}. */
  public static RpcException malformed(String text, Throwable cause) {
    return new RpcException(ErrorCode.MALFORMED_REQUEST, text, cause);
  }

  /** The kind of error. */
  public ErrorCode code() {
    return code;
  }

  /** The text, without the code. */
  public String text() {
    return text;
  }
}
