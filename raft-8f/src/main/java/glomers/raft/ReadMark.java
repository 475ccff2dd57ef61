package glomers.raft;

/**
 * The reads of a node's clients up to a number: they wait for the leader to say how much of the log
 * they have to see.
 *
 * @param client the incarnation of the node
 * @param number of the last of the reads
 */
record ReadMark(String client, long number) {}
