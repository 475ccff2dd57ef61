package glomers.broadcast;

import glomers.protocol.Body;
import java.util.Map;

/**
 * Says which values the sender has, and thereby asks for those that it lacks.
 *
 * @param versionVector for each origin, the sender's next sequence number: it has all values below
 */
record Digest(Map<String, Integer> versionVector) implements Body {}
