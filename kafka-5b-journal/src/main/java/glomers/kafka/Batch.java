package glomers.kafka;

import java.util.List;
import java.util.Map;

/**
 * What a node wants to be done, in one slot of the {@link Journal}.
 *
 * @param author the node, and a number that it has drawn at its start: no two batches for the same
 *     slot are equal
 * @param sends the messages to append, in this order
 * @param commits the committed offsets to raise
 */
record Batch(String author, List<Send> sends, Map<String, Long> commits) {}
