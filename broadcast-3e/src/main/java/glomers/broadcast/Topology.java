package glomers.broadcast;

import glomers.protocol.Body;
import java.util.List;
import java.util.Map;

/** Suggests which nodes should talk to each other: the neighbours of each. */
record Topology(Map<String, List<String>> topology) implements Body {}
