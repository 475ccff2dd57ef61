package glomers.broadcast;

import glomers.protocol.Body;
import java.util.Set;

/** All messages that the node knows, each once. */
record ReadOk(Set<Integer> messages) implements Body {}
