package glomers.txnlist;

import glomers.protocol.Body;
import java.util.Map;

/** Tells the others the root that a swap is about to set, and the pieces that are new in it. */
record NewRoot(Database root, Map<String, Piece> pieces) implements Body {}
