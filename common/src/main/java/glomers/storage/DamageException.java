package glomers.storage;

import java.io.IOException;

/** A file is not as it was written. */
final class DamageException extends IOException {
  private static final long serialVersionUID = 1;

  private final long offset;

  DamageException(long offset, String problem) {
    super(problem);
    this.offset = offset;
  }

  /** Where the damage begins, in bytes from the beginning of the file. */
  long offset() {
    return offset;
  }
}
