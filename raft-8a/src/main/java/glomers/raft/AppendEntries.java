package glomers.raft;

import glomers.protocol.Body;

/** A leader's heartbeat in its term. */
record AppendEntries(long term) implements Body {}
