package glomers.workbench.fault;

import java.util.Locale;

/** What can be wrong with a disk. */
public enum DiskFault {
  /** Each sync takes up to a second. */
  SLOW,
  /** The next write or sync fails. */
  FAILING,
  /** Hardly anything more can be written. */
  FULL;

  /** The name as histories show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
