package glomers.raft;

import glomers.protocol.Body;

/**
 * The reply to {@link AppendEntries}, with the follower's term.
 *
 * @param success whether the follower had the entry before these, and so has these
 * @param nextIndex the first index at which the leader's log and this one may differ
 */
record AppendEntriesResult(long term, boolean success, int nextIndex) implements Body {}
