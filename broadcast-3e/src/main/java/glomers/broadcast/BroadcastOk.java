package glomers.broadcast;

import glomers.protocol.Body;

/** The message is taken. */
record BroadcastOk() implements Body {}
