package glomers.broadcast;

import glomers.protocol.Body;
import java.util.List;

/**
 * Values, for nodes that may not have them. Not acknowledged.
 *
 * @param late whether they were lost on their first way, so that others may lack them, too
 * @param beat whether the receiver is to submit its own values a period after this
 */
record Share(List<Batch> batches, boolean late, boolean beat) implements Body {}
