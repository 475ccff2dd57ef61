package glomers.kafka;

import java.util.List;
import java.util.Map;

/**
 * What a node has done since its batch before. A node numbers its batches, and every other node
 * takes them in this order.
 *
 * @param entries the messages that it has appended
 * @param commits the committed offsets that it has raised
 * @param seen by node, how many of that node's batches it has taken before it closed this one; only
 *     where this has changed. It is a promise: all offsets that it gives from then on are above
 *     those in these batches
 */
record Batch(List<Entry> entries, Map<String, Long> commits, Map<String, Long> seen) {}
