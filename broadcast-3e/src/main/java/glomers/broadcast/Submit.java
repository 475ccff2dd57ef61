package glomers.broadcast;

import glomers.protocol.Body;

/** Values that the sender was told, for the hub to pass on to all. */
record Submit(Batch batch) implements Body {}
