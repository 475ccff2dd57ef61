package glomers.broadcast;

import glomers.protocol.Body;
import java.util.List;

/**
 * Values, for nodes that may lack them. Not acknowledged.
 *
 * @param repaired whether anti-entropy sends them, so that other nodes may lack them, too
 * @param tick whether it is a flush of the hub, after which the receiver forwards its own values
 */
record Update(List<Batch> batches, boolean repaired, boolean tick) implements Body {
  Update(List<Batch> batches, boolean repaired) {
    this(batches, repaired, false);
  }
}
