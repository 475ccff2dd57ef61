package glomers.uniqueids;

import glomers.protocol.Body;

/** The reply: an id that no request was given before. */
record GenerateOk(String id) implements Body {}
