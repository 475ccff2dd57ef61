package glomers.raft;

import glomers.protocol.Body;

/** The reply to {@link Read}. */
record ReadOk(long value) implements Body {}
