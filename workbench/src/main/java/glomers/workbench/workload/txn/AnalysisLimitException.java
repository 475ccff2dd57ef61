package glomers.workbench.workload.txn;

/** The analysis has met a limit. */
final class AnalysisLimitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * A limit that was met.
   *
   * @param message which it is, and what to do
   */
  AnalysisLimitException(String message) {
    super(message);
  }
}
