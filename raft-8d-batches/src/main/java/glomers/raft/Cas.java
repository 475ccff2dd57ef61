package glomers.raft;

import glomers.protocol.Body;

/** Asks for a key to be set to a value if it has another one: compare-and-set. */
record Cas(long key, long from, long to) implements Body {}
