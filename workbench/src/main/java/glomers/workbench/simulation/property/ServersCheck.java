package glomers.workbench.simulation.property;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether an invariant holds for the servers that are up, in the order of their nodes. Serializable
 * as {@link ServerFactory} is.
 *
 * @param <S> the class of the servers
 */
@FunctionalInterface
public interface ServersCheck<S> extends Predicate<List<S>>, Serializable {}
