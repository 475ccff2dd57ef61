package glomers.uniqueids;

import glomers.protocol.Body;

/** Asks for an id. */
record Generate() implements Body {}
