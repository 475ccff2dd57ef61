package glomers.kafka;

/**
 * A message in a log.
 *
 * @param key the log's
 * @param offset given by the node that the message was sent to
 */
record Entry(String key, long offset, long msg) {}
