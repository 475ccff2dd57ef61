package glomers.raft;

import glomers.protocol.PeerBody;

/** A leader's snapshot for a follower that lacks entries which the leader no longer has. */
record InstallSnapshot(long term, Snapshot snapshot) implements PeerBody {}
