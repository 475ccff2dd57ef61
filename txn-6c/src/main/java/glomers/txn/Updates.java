package glomers.txn;

import glomers.node.Packet;
import java.util.List;

/**
 * Transactions, in their order: of each, the last write of each register. What a transaction has
 * overwritten itself is left out, for no other transaction may read it.
 */
record Updates(long first, List<List<Write>> items, long received) implements Packet<List<Write>> {}
