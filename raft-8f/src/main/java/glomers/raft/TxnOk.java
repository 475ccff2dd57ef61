package glomers.raft;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import java.util.List;

/** The transaction has taken place; its reads are answered. */
record TxnOk(List<List<JsonElement>> txn) implements Body {}
