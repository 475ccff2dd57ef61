package glomers.broadcast;

import glomers.protocol.Body;
import java.util.Map;

/**
 * Says which values the sender has, and thereby asks for those that it lacks.
 *
 * @param versionVector for each origin, the sender's next sequence number: it has all values below
 * @param answer whether it answers a digest, and is itself not to be answered by another one
 */
record Digest(Map<String, Integer> versionVector, boolean answer) implements Body {}
