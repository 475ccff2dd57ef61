package glomers.kafka;

/** A message in the log of this key, at an offset given by the node that it was sent to. */
record Entry(String key, long offset, long msg) {
  /** No log is so long; above a greater offset there would soon be no free one. */
  private static final long OFFSET_MAX = 1L << 52;

  Entry {
    if (offset < 0 || offset > OFFSET_MAX) {
      throw new IllegalArgumentException("the offset must be from 0 to " + OFFSET_MAX);
    }
  }
}
