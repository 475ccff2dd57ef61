package glomers.crdt;

import glomers.protocol.Body;
import java.util.Map;

/**
 * The whole state of its sender. So it also acknowledges the states that the sender has received.
 *
 * @param wantsReply whether the sender does not know yet that the receiver holds the same state
 */
record Gossip(Map<String, Count> state, boolean wantsReply) implements Body {}
