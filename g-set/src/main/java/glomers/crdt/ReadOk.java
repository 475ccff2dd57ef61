package glomers.crdt;

import glomers.protocol.Body;
import java.util.Set;

/** The reply to {@link Read}: the elements that the node holds. */
record ReadOk(Set<Long> value) implements Body {}
