package glomers.protocol.json;

/** A JSON value that is no value of the wanted class; the message names the field, for a person. */
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * What is wrong.
   *
   * @param cause may be null
   */
  MalformedException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
