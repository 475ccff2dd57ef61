package glomers.broadcast;

import glomers.protocol.Body;

/** The reply: the node has the values. */
record BatchOk() implements Body {}
