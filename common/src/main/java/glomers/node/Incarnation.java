package glomers.node;

/**
 * The id of one lifetime of a node, from its start to its crash (Das et al. 2002). What a node
 * counts from 0 begins anew after a restart; under the id of its incarnation it is not mistaken for
 * what it had counted before.
 */
public final class Incarnation {
  private Incarnation() {}

  /**
   * An id for this lifetime of the node, such as {@code n0-5f1c83ab04e97d26}: the node's id and a
   * random number. Each call makes another one; a server calls it once, in its constructor.
   */
  public static String idOf(Node node) {
    return node.id() + "-" + Long.toHexString(node.random().nextLong());
  }
}
