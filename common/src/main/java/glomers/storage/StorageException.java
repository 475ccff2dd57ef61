package glomers.storage;

/** What a node has kept can't be read, so that the node can't start. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
