package glomers.node;

/**
 * Memory kept aside until the rest has run out, so that the process can still say so: an error
 * reply and a log line need some, too. There is one per process, as there is one heap.
 */
final class MemoryReserve {
  private static final int RESERVE_BYTES = 256 * 1024;

  private static volatile byte[] reserve;

  private MemoryReserve() {}

  /** Sets the reserve aside. A process without nodes of its own, such as a simulation, has none. */
  static void fill() {
    reserve = new byte[RESERVE_BYTES];
  }

  /** Frees the reserve if this is the failure that it is kept for. */
  static void freeOn(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      reserve = null;
    }
  }
}
