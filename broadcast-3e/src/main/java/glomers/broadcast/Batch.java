package glomers.broadcast;

import java.util.List;

/**
 * Values that one node was told, in the order in which it was told them.
 *
 * @param origin the node, and which of its lives
 * @param from the place of the first of these among all values of this origin, from 0
 */
record Batch(String origin, int from, List<Integer> values) {}
