package glomers.broadcast;

import glomers.protocol.Body;

/** A request to broadcast {@code message} to all nodes. */
record Broadcast(int message) implements Body {}
