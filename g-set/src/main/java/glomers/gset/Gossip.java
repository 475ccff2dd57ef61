package glomers.gset;

import glomers.protocol.Body;
import java.util.Set;

/**
 * What one node tells another: all that it holds. So each gossip also acknowledges what its sender
 * had received.
 *
 * @param wantsReply whether the sender does not know yet that the receiver holds all of this
 */
record Gossip(Set<Long> state, boolean wantsReply) implements Body {}
