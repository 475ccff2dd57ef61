package glomers.node;

import glomers.protocol.Init;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of the requests of one lifetime of a node. They must not be those of an earlier
 * lifetime: a late reply to what the node asked before a crash would pass for the reply to another
 * request. Nothing in a node that has crashed remembers how far it had come. But who initialises it
 * tells lifetimes apart: in Maelstrom and in the workbench each call of theirs comes from a client
 * of its own, {@code c0}, {@code c1} and so on, and the nodes' first lifetimes are the first calls.
 */
final class RequestNumbers {
  private static final Pattern CLIENT = Pattern.compile("c(\\d{1,6})");

  /** More than a node sends in one lifetime; with it the greatest number is below 2^53. */
  private static final long PER_LIFETIME = 1_000_000_000;

  private RequestNumbers() {}

  /**
   * The number before the first one: 0 in a node's first lifetime, and wherever the name of the
   * client does not tell.
   *
   * @param client the one that initialises the node
   */
  static long before(Init init, String client) {
    Matcher named = CLIENT.matcher(client);
    long number = named.matches() ? Long.parseLong(named.group(1)) : 0;
    return number > init.nodeIds().size() ? number * PER_LIFETIME : 0;
  }
}
