package glomers.raft;

import glomers.protocol.Body;
import java.util.List;

/**
 * A record of the storage: what the log holds after an index from now on.
 *
 * @param index the entries behind it are replaced
 */
record Entries(int index, List<Entry> entries) implements Body {}
