package glomers.broadcast;

import java.util.List;

/**
 * Consecutive values of one origin.
 *
 * @param origin the node that a client sent the values to, and its incarnation
 * @param sequence the sequence number of the first of these values at its origin, from 0
 */
record Batch(String origin, int sequence, List<Integer> values) {}
