package glomers.raft;

/** An entry of the log: a command, and the term of the leader that has appended it. */
record Entry(long term, Command command) {}
