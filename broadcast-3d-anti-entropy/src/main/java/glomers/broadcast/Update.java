package glomers.broadcast;

import glomers.protocol.Body;
import java.util.List;

/**
 * Values, for nodes that may lack them. Not acknowledged.
 *
 * @param repaired whether anti-entropy sends them, so that other nodes may lack them, too
 */
record Update(List<Batch> batches, boolean repaired) implements Body {}
