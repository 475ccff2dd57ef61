package glomers.txn;

import glomers.protocol.Body;
import java.util.List;

/**
 * Updates of the sender's own transactions, and an acknowledgement of the receiver's.
 *
 * @param first the number of the first of them; a node numbers its updates from 0
 * @param updates in the order of their numbers, without gaps; none if there is only to acknowledge
 * @param received how many of the receiver's updates have arrived: all before this number
 */
record Replicate(long first, List<Update> updates, long received) implements Body {}
