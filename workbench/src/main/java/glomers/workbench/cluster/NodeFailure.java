package glomers.workbench.cluster;

/**
 * The failure of a node that ends a test.
 *
 * @param node the node's id
 * @param problem what happened, with the line that did it if there is one
 * @param remedy what its author can do about it
 */
public record NodeFailure(String node, String problem, String remedy) {}
