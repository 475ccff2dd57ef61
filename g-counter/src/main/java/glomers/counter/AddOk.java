package glomers.counter;

import glomers.protocol.Body;

/** The reply to {@link Add}: the counter will come to contain it. */
record AddOk() implements Body {}
