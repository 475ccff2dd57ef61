package glomers.crdt;

import glomers.protocol.Body;

/** Asks for what the node holds. */
record Read() implements Body {}
