package glomers.protocol;

import java.util.List;

/**
 * The kind of error that a request ended in.
 *
 * <p>The constants are those that Maelstrom's workloads understand. Codes from 1000 on are free for
 * a program's own errors: {@code new ErrorCode(1001, "not-leader", true)}.
 *
 * @param code the number on the wire
 * @param wireName the name by which the protocol's documents and Maelstrom's results call it
 * @param definite whether the operation certainly did not and will not happen; an error that is not
 *     definite leaves that open
 */
public record ErrorCode(int code, String wireName, boolean definite) {
  /** No reply came in time. Whether the request was carried out is unknown. */
  public static final ErrorCode TIMEOUT = new ErrorCode(0, "timeout", false);

  /** The request was sent to a node that does not exist. */
  public static final ErrorCode NODE_NOT_FOUND = new ErrorCode(1, "node-not-found", true);

  /** The node has no handler for this type of request. */
  public static final ErrorCode NOT_SUPPORTED = new ErrorCode(10, "not-supported", true);

  /** The node cannot serve the request now, and has not begun to. */
  public static final ErrorCode TEMPORARILY_UNAVAILABLE =
      new ErrorCode(11, "temporarily-unavailable", true);

  /** The request is not of the form that the node expects. */
  public static final ErrorCode MALFORMED_REQUEST = new ErrorCode(12, "malformed-request", true);

  /** The node failed while it handled the request; its effects are unknown. */
  public static final ErrorCode CRASH = new ErrorCode(13, "crash", false);

  /** The node abandoned the request before it took effect. */
  public static final ErrorCode ABORT = new ErrorCode(14, "abort", true);

  /** There is no such key. */
  public static final ErrorCode KEY_DOES_NOT_EXIST = new ErrorCode(20, "key-does-not-exist", true);

  /** The key to be created is there already. */
  public static final ErrorCode KEY_ALREADY_EXISTS = new ErrorCode(21, "key-already-exists", true);

  /** A condition of the request, such as the expected value of a compare-and-set, does not hold. */
  public static final ErrorCode PRECONDITION_FAILED =
      new ErrorCode(22, "precondition-failed", true);

  /** The transaction conflicts with another one and was aborted. */
  public static final ErrorCode TXN_CONFLICT = new ErrorCode(30, "txn-conflict", true);

  private static final List<ErrorCode> KNOWN =
      List.of(
          TIMEOUT,
          NODE_NOT_FOUND,
          NOT_SUPPORTED,
          TEMPORARILY_UNAVAILABLE,
          MALFORMED_REQUEST,
          CRASH,
          ABORT,
          KEY_DOES_NOT_EXIST,
          KEY_ALREADY_EXISTS,
          PRECONDITION_FAILED,
          TXN_CONFLICT);

  /**
   * The error code of this number: one of the constants, or else one named {@code unknown} that is
   * not definite, as Maelstrom treats it.
   */
  public static ErrorCode of(int code) {
    return KNOWN.stream()
        .filter(known -> known.code == code)
        .findFirst()
        .orElseGet(() -> new ErrorCode(code, "unknown", false));
  }

  /** Whether this is the {@link #wireName} of a code that is definite. */
  public static boolean isDefinite(String wireName) {
    return KNOWN.stream().anyMatch(known -> known.definite && known.wireName.equals(wireName));
  }

  /** Codes are equal if their numbers are, because only the number travels. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ErrorCode that && that.code == code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  @Override
  public String toString() {
    return wireName + " (" + code + ")";
  }
}
