package org.example.ids;

import glomers.protocol.Body;

/** Carries a new id. */
record GenerateOk(String id) implements Body {}
