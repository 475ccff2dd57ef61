package glomers.workbench.report;

import glomers.workbench.checker.Validity;
import java.util.Locale;

/** The end of a test: the last line that is printed, and the exit status. */
public enum ExitStatus {
  /** Nothing is wrong. */
  VALID(0, "Everything looks good! ヽ(‘ー`)ノ"),
  /** Something is wrong. */
  INVALID(1, "Analysis invalid! (ﾉಥ益ಥ）ﾉ ┻━┻"),
  /** There was too little to judge by. */
  UNKNOWN(2, "Errors occurred during analysis, but no anomalies found. ಠ~ಠ"),
  /** The test could not be finished. */
  CRASHED(255, "The test could not be finished: see above.");

  private final int exitStatus;
  private final String lastLine;

  ExitStatus(int exitStatus, String lastLine) {
    this.exitStatus = exitStatus;
    this.lastLine = lastLine;
  }

  /** The verdict of a finished test. */
  public static ExitStatus of(Validity validity) {
    return switch (validity) {
      case VALID -> VALID;
      case INVALID -> INVALID;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** The verdict in small letters, as lists of runs show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The exit status, the same as Maelstrom's. */
  public int exitStatus() {
    return exitStatus;
  }

  /** The last line that is printed, the same as Maelstrom's. */
  public String lastLine() {
    return lastLine;
  }
}
