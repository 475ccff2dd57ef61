package glomers.broadcast;

import glomers.protocol.Body;
import java.util.Set;

/** The reply: all messages that the node has, each once. */
record ReadOk(Set<Integer> messages) implements Body {}
