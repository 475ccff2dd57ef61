package glomers.raft;

import glomers.protocol.Body;

/** Asks for the value of a key. */
record Read(long key) implements Body {}
