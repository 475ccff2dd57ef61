package glomers.counter;

import glomers.protocol.Body;

/** Asks for the counter's value. */
record Read() implements Body {}
