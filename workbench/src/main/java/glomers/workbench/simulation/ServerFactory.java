package glomers.workbench.simulation;

import glomers.node.Node;
import java.io.Serializable;
import java.util.function.Function;

/**
 * Constructs the server on each node. It is serializable for one reason: a method reference tells
 * its name only then, which a test that reproduces a run needs.
 *
 * @param <S> the class of the servers
 */
@FunctionalInterface
public interface ServerFactory<S> extends Function<Node, S>, Serializable {}
