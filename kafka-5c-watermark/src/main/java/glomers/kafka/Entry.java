package glomers.kafka;

/** A message in the log of this key, at an offset given by the node that it was sent to. */
record Entry(String key, long offset, long msg) {}
