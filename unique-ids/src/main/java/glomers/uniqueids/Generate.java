package glomers.uniqueids;

import glomers.protocol.Body;

/** A request for an id. */
record Generate() implements Body {}
