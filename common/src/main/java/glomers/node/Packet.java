package glomers.node;

import glomers.protocol.Body;
import java.util.List;

/**
 * A message of {@link PerfectLinks}. A server declares its own, a record of just these components.
 *
 * @param <T> the type of the items
 */
public interface Packet<T> extends Body {
  /** The number of the first of these items; a node numbers the items for each peer from 0. */
  long first();

  /** Items in the order of their numbers, without gaps; none if there is only to acknowledge. */
  List<T> items();

  /** How many of the receiver's items have arrived here: all before this number. */
  long received();

  /** Makes a packet: the constructor of its record. */
  @FunctionalInterface
  interface Maker<T, P extends Packet<T>> {
    P make(long first, List<T> items, long received);
  }
}
