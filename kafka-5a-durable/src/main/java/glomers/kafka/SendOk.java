package glomers.kafka;

import glomers.protocol.Body;

/** The reply to {@link Send}: the message is in the log, at this offset. */
record SendOk(long offset) implements Body {}
