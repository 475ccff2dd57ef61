package glomers.raft;

import glomers.protocol.Body;

/** Asks for a key to be set. */
record Write(long key, long value) implements Body {}
