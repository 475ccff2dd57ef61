package glomers.txn;

import com.google.gson.JsonElement;
import java.util.List;

/**
 * What one transaction wrote.
 *
 * @param time the time of its timestamp, on the node that performed it
 * @param writes pairs of a key and a value, one for each register: what a transaction overwrites
 *     itself, nobody else gets to see
 */
record Update(long time, List<List<JsonElement>> writes) {}
