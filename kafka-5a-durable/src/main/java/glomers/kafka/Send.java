package glomers.kafka;

import glomers.protocol.Body;

/** Asks for a message to be appended to a log. */
record Send(String key, long msg) implements Body {}
