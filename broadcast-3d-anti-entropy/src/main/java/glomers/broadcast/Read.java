package glomers.broadcast;

import glomers.protocol.Body;

/** A request for all messages that the node has. */
record Read() implements Body {}
