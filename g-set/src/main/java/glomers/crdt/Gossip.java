package glomers.crdt;

import glomers.protocol.Body;
import java.util.Set;

/** The whole state of its sender. */
record Gossip(Set<Long> state) implements Body {}
