package glomers.raft;

import glomers.protocol.PeerBody;

/** A candidate's request for a vote in this term. */
record RequestVote(long term) implements PeerBody {}
