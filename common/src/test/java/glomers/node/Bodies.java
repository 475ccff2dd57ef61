package glomers.node;

import glomers.protocol.Body;

/** Bodies that the tests of this package send. */
final class Bodies {
  private Bodies() {}

  record Echo(String echo) implements Body {}

  record EchoOk(String echo) implements Body {}

  record Ping() implements Body {}

  record Pong(int count) implements Body {}

  /** Asks a node to do what its test is about. */
  record Go() implements Body {}

  record GoOk() implements Body {}
}
