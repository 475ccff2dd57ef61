package glomers.kafka;

import glomers.protocol.Body;
import java.util.Map;

/** The reply to {@link ListCommittedOffsets}; a log without a committed offset is left out. */
record ListCommittedOffsetsOk(Map<String, Long> offsets) implements Body {}
