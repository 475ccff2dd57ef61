package glomers.raft;

import glomers.protocol.Body;

/** The reply to {@link AppendEntries}, with the follower's term. */
record AppendEntriesResult(long term) implements Body {}
