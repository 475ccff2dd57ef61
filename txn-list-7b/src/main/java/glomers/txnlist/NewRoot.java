package glomers.txnlist;

import glomers.protocol.Body;
import java.util.Map;

/**
 * Tells the other nodes what the root is about to be, while the sender asks the store for the swap,
 * which may fail; and the pieces that are new in it.
 */
record NewRoot(Database root, Map<String, Piece> pieces) implements Body {
  NewRoot {
    if (pieces.containsKey("")) {
      throw new IllegalArgumentException("a piece must have a name: the empty tree has none");
    }
  }
}
