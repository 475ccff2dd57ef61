package glomers.raft;

import java.util.Optional;

/**
 * An entry of the log.
 *
 * @param term that of the leader that has appended it
 * @param command empty if the leader only begins its term by it
 */
record Entry(long term, Optional<Command> command) {}
