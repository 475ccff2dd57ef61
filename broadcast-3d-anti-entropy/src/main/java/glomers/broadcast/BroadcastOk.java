package glomers.broadcast;

import glomers.protocol.Body;

/** The reply: the node has the message. */
record BroadcastOk() implements Body {}
