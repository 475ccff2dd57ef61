package glomers.crdt;

import glomers.protocol.Body;

/** Asks a node to add an element to the set. */
record Add(long element) implements Body {}
