package glomers.broadcast;

import glomers.protocol.Body;
import java.util.Map;

/**
 * Tells what the sender has, and asks for what it lacks.
 *
 * @param have of each origin, how many of its first values the sender has without a gap
 */
record Digest(Map<String, Integer> have) implements Body {}
