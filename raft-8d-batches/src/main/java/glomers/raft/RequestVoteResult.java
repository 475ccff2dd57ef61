package glomers.raft;

import glomers.protocol.Body;

/** The reply to {@link RequestVote}, with the voter's term. */
record RequestVoteResult(long term, boolean voteGranted) implements Body {}
