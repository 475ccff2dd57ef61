package glomers.kafka;

import glomers.protocol.Body;

/** The reply to {@link CommitOffsets}. */
record CommitOffsetsOk() implements Body {}
