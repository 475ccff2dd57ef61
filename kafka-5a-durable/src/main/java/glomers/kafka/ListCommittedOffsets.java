package glomers.kafka;

import glomers.protocol.Body;
import java.util.List;

/** Asks for the committed offsets of these logs. */
record ListCommittedOffsets(List<String> keys) implements Body {}
