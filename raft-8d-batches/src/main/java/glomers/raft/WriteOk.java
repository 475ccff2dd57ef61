package glomers.raft;

import glomers.protocol.Body;

/** The reply to {@link Write}. */
record WriteOk() implements Body {}
