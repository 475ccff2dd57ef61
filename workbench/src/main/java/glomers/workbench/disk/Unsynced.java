package glomers.workbench.disk;

/** What a crash leaves of that which was written to a disk, but not forced. */
public enum Unsynced {
  /** Nothing. */
  LOST,
  /** The beginning, up to a random byte; each file and the folder for itself. */
  TORN,
  /** Everything, as if the disk had been just in time. */
  KEPT
}
