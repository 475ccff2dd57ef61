package glomers.broadcast;

import glomers.protocol.Body;

/** The reply to a suggested topology. */
record TopologyOk() implements Body {}
