package glomers.uniqueids;

import glomers.protocol.Body;

/** Gives an id that was given to nobody before. */
record GenerateOk(String id) implements Body {}
