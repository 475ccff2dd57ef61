package glomers.txn;

import glomers.protocol.Body;

/** The reply: the node has the write. */
record WriteOk() implements Body {}
