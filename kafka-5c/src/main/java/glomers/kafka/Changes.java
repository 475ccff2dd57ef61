package glomers.kafka;

import glomers.node.Packet;
import java.util.List;

/** Tells another node of changes, in their order. */
record Changes(long first, List<Change> items, long received) implements Packet<Change> {}
