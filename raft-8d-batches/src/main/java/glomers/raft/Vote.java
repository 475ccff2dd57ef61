package glomers.raft;

import glomers.protocol.Body;

/**
 * A record of the storage: the latest term, and the vote in it.
 *
 * @param votedFor the candidate; empty if there was no vote yet
 */
record Vote(long term, String votedFor) implements Body {}
