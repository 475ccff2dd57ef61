package glomers.raft;

import glomers.protocol.PeerBody;

/**
 * A candidate's request for a vote.
 *
 * @param term the candidate's
 * @param lastLogIndex the index of its last entry
 * @param lastLogTerm the term of its last entry
 * @param preVote whether it only asks if it would get the vote
 */
record RequestVote(long term, int lastLogIndex, long lastLogTerm, boolean preVote)
    implements PeerBody {}
