package glomers.raft;

import glomers.protocol.PeerBody;

/** A leader's heartbeat in its term. */
record AppendEntries(long term) implements PeerBody {}
