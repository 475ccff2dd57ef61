package glomers.broadcast;

import glomers.protocol.Body;

/** Asks for {@code message} to be made known to all nodes. */
record Broadcast(int message) implements Body {}
