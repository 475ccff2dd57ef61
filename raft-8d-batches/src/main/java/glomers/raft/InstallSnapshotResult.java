package glomers.raft;

import glomers.protocol.Body;

/** The reply to {@link InstallSnapshot}, with the follower's term. */
record InstallSnapshotResult(long term) implements Body {}
