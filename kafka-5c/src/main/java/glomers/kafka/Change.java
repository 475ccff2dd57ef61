package glomers.kafka;

import java.util.Map;
import java.util.Optional;

/** What a node has done to the logs: appended a message to one, or raised committed offsets. */
record Change(Optional<Send> send, Map<String, Long> commits) {}
