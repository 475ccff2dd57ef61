package glomers.broadcast;

import glomers.protocol.Body;

/** Values of the sender's own, for the hub to broadcast. */
record Forward(Batch batch) implements Body {}
