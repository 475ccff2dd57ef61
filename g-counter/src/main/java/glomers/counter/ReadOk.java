package glomers.counter;

import glomers.protocol.Body;

/** The reply to {@link Read}. */
record ReadOk(long value) implements Body {}
