package glomers.counter;

import glomers.protocol.Body;
import java.util.Map;

/**
 * What one node tells another: all that it holds. So each gossip also acknowledges what its sender
 * had received.
 *
 * @param wantsReply whether the sender does not know yet that the receiver holds all of this
 */
record Gossip(Map<String, Count> state, boolean wantsReply) implements Body {}
