package glomers.crdt;

import glomers.protocol.Body;

/** The reply to {@link Read}. */
record ReadOk(long value) implements Body {}
