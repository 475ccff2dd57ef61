package glomers.raft;

import glomers.protocol.Body;

/** A leader's snapshot for a follower that lacks entries which the leader no longer has. */
record InstallSnapshot(long term, Snapshot snapshot) implements Body {}
