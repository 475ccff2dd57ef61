package glomers.broadcast;

import glomers.protocol.Body;

/** Asks for all messages that the node knows. */
record Read() implements Body {}
