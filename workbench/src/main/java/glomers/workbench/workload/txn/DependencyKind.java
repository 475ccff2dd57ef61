package glomers.workbench.workload.txn;

/** Why one transaction comes before another. The first three are Adya's dependencies. */
enum DependencyKind {
  /** The second overwrites what the first wrote. */
  WW,
  /** The second reads what the first wrote. */
  WR,
  /** The second overwrites what the first read: an anti-dependency. */
  RW,
  /** The same process performed the first, then the second. */
  PROCESS,
  /** The first ended before the second began. */
  REALTIME;

  /** One bit for each kind. */
  int bit() {
    return 1 << ordinal();
  }

  static int mask(DependencyKind... kinds) {
    int mask = 0;
    for (DependencyKind kind : kinds) {
      mask |= kind.bit();
    }
    return mask;
  }

  /** As results call it. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
