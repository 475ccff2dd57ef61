package glomers.kafka;

import glomers.protocol.Body;
import java.util.List;

/**
 * Batches from one node to another.
 *
 * @param first the number of the first of them; a node numbers its batches from 0
 * @param batches in the order of their numbers, without gaps; none if there is only to acknowledge
 * @param received how many of the receiver's batches have arrived: all before this number
 */
record Replicate(long first, List<Batch> batches, long received) implements Body {}
