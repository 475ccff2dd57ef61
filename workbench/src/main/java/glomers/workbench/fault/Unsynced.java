package glomers.workbench.fault;

import java.util.Locale;

/** What a crash leaves of that which was written to a disk, but not forced. */
public enum Unsynced {
  /** Nothing. */
  LOST,
  /** The beginning, up to a random byte; each file and the folder for itself. */
  TORN,
  /** Everything, as if the disk had been just in time. */
  KEPT;

  /** The name as histories show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
