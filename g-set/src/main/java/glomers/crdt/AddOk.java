package glomers.crdt;

import glomers.protocol.Body;

/** The reply to {@link Add}: every node will come to know of it. */
record AddOk() implements Body {}
