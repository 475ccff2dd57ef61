package glomers.workbench.report;

import java.nio.file.Path;

/** A folder does not hold a run that can be judged. */
public final class BadRunFolderException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRunFolderException(Path file, String reason, Exception cause) {
    super(file + " can't be read: " + reason, cause);
  }
}
