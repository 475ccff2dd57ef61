package glomers.broadcast;

import glomers.protocol.Body;

/** The suggestion is taken note of. */
record TopologyOk() implements Body {}
