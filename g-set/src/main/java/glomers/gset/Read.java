package glomers.gset;

import glomers.protocol.Body;

/** Asks for the set. */
record Read() implements Body {}
