package glomers.crdt;

import glomers.protocol.Body;

/** Asks a node to add to the counter. */
record Add(int delta) implements Body {}
