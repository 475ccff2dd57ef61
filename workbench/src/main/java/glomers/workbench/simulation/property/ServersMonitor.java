package glomers.workbench.simulation.property;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes a check of the servers that remembers what it has seen, such as {@code
 * CountsNeverFall::new}. Each run gets a fresh one. Serializable as {@link ServerFactory} is.
 *
 * @param <S> the class of the servers
 */
@FunctionalInterface
public interface ServersMonitor<S> extends Supplier<Predicate<List<S>>>, Serializable {}
