package glomers.raft;

import glomers.protocol.PeerBody;
import java.util.List;
import java.util.Optional;

/**
 * What a node's clients ask of the leader. It may be sent again: a command takes effect once.
 *
 * @param reads the reads that wait; empty if none does
 */
record Forward(List<Command> commands, Optional<ReadMark> reads) implements PeerBody {}
