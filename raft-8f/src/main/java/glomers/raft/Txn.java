package glomers.raft;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import java.util.List;

/** Asks for these reads and appends, in this order, as one transaction. */
record Txn(List<List<JsonElement>> txn) implements Body {
  Txn {
    txn.forEach(MicroOp::of); // what is malformed is refused before it gets into a log
  }

  boolean isReadOnly() {
    return txn.stream().map(MicroOp::of).noneMatch(MicroOp::isAppend);
  }
}
