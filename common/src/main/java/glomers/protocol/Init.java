package glomers.protocol;

import java.util.List;

/**
 * The first message that a node receives: its id, and the ids of the cluster.
 *
 * @param nodeId the receiver's own id
 * @param nodeIds the ids of all nodes of the cluster, the receiver's among them, in the same order
 *     for every node
 */
public record Init(String nodeId, List<String> nodeIds) implements Body {}
