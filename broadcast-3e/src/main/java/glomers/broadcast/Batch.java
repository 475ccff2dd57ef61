package glomers.broadcast;

import glomers.protocol.Body;
import java.util.Set;

/** Values that one node has gathered for another. */
record Batch(Set<Integer> messages) implements Body {}
