package glomers.raft;

import glomers.protocol.Body;

/** The reply to {@link Cas}. */
record CasOk() implements Body {}
