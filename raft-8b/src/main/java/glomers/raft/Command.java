package glomers.raft;

import glomers.protocol.PeerBody;
import java.util.Optional;

/**
 * What the state machine is to do with a key: a read, a write or a compare-and-set. A node that is
 * not the leader forwards it as a message.
 *
 * @param from the value that the key must have; empty if any will do
 * @param to the value to set; empty for a read
 */
record Command(long key, Optional<Long> from, Optional<Long> to) implements PeerBody {}
