package glomers.gset;

import glomers.protocol.Body;

/** The reply to {@link Add}: the set will come to contain the element on every node. */
record AddOk() implements Body {}
