package glomers.bench;

import java.util.Locale;

/** A part of the benchmarks that can be run by itself. */
enum Section {
  START,
  CROWD,
  WARM_UP,
  THROUGHPUT,
  PING_PONG,
  PACED,
  WORKBENCH,
  SIMULATOR,
  STORAGE,
  RAFT,
  CLOSED_LOOP,
  RESTART,
  LOOPS;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
