package glomers.raft;

import glomers.protocol.PeerBody;

/** Asks a node to become the leader in place of the sender, which leads this term. */
record TimeoutNow(long term) implements PeerBody {}
