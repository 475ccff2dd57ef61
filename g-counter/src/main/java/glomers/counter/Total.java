package glomers.counter;

/**
 * The value of a node's key in the store.
 *
 * @param total the sum of all adds that the node has acknowledged
 * @param nonce makes each write a value that was never written before
 */
record Total(long total, int nonce) {}
