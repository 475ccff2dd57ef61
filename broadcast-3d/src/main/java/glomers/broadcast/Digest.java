package glomers.broadcast;

import glomers.protocol.Body;
import java.util.Map;

/**
 * Tells which values the sender has, and so asks for those that it lacks.
 *
 * @param versionVector for each origin, the sender's next sequence number: it has all values below
 */
record Digest(Map<String, Integer> versionVector) implements Body {}
