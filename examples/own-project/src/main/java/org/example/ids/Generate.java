package org.example.ids;

import glomers.protocol.Body;

/** Asks for an id. */
record Generate() implements Body {}
