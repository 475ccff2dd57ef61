package glomers.workbench.report;

import java.io.IOException;
import java.nio.file.Path;

/** The store can't be written, so that no run can begin in it. */
public final class UnwritableStoreException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Of the store at this path. The message names the option and the remedy. */
  public UnwritableStoreException(Path store, IOException cause) {
    super(
        "--store %s: no run can be kept there: %s. Choose a folder that you may write to."
            .formatted(store, StoreWriter.reason(cause)),
        cause);
  }
}
