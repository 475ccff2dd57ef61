package glomers.broadcast;

import glomers.protocol.Body;
import java.util.List;
import java.util.Map;

/** A suggestion of a topology: the neighbours of each node. */
record Topology(Map<String, List<String>> topology) implements Body {}
