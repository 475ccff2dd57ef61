package glomers.txn;

import com.google.gson.JsonElement;
import java.util.List;

/**
 * The writes of one transaction.
 *
 * @param time the time of its timestamp, on the node that performed it
 * @param writes pairs of a key and a value, one for each register: a value that the transaction
 *     itself has overwritten is left out, for no other transaction may read it
 */
record Update(long time, List<List<JsonElement>> writes) {}
