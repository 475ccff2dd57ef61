package glomers.raft;

import glomers.protocol.PeerBody;
import java.util.List;

/** What a node's clients ask of the leader. It may be sent again: a command takes effect once. */
record Forward(List<Command> commands) implements PeerBody {}
