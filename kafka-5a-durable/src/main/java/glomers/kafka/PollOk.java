package glomers.kafka;

import glomers.protocol.Body;
import java.util.List;
import java.util.Map;

/**
 * The reply to {@link Poll}. A client goes on behind the last message that it gets, so that none
 * may be left out in between, and none may come to be there later.
 *
 * @param msgs for each log pairs of an offset and a message, at rising offsets
 */
record PollOk(Map<String, List<List<Long>>> msgs) implements Body {}
