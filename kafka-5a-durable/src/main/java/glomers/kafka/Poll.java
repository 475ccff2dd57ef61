package glomers.kafka;

import glomers.protocol.Body;
import java.util.Map;

/** Asks for the messages of each of these logs, from an offset on. */
record Poll(Map<String, Long> offsets) implements Body {}
