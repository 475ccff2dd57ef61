package glomers.kafka;

import glomers.protocol.Body;
import java.util.Map;

/** Tells that the messages of each of these logs have been processed up to an offset. */
record CommitOffsets(Map<String, Long> offsets) implements Body {
  CommitOffsets {
    if (offsets.values().stream().anyMatch(offset -> offset < 0)) {
      throw new IllegalArgumentException("offsets must not be negative");
    }
  }
}
