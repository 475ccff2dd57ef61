package glomers.raft;

import glomers.protocol.Body;

/** A candidate's request for a vote in this term. */
record RequestVote(long term) implements Body {}
