package glomers.kafka;

/** A message in the log of this key, at an offset given by the node that it was sent to. */
record Entry(String key, long offset, long msg) {
  Entry {
    if (offset < 0 || offset > Long.MAX_VALUE / 2) {
      throw new IllegalArgumentException("offset must be from 0 to 2^62: others follow");
    }
  }
}
