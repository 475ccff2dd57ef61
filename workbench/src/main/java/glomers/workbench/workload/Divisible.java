package glomers.workbench.workload;

import java.util.List;

/**
 * The value of an operation that has parts, some of which can be left out: a shorter operation of
 * the same kind is left then.
 *
 * @param <P> the class of the parts
 */
public interface Divisible<P> {
  /** All parts. */
  List<P> parts();

  /** The same with some of its parts, at least one. */
  Object with(List<P> fewer);
}
