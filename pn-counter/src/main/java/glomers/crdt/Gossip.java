package glomers.crdt;

import glomers.protocol.Body;
import java.util.Map;

/** The whole state of its sender. */
record Gossip(Map<String, Count> state) implements Body {}
