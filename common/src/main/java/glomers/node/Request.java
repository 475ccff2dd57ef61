package glomers.node;

import glomers.protocol.Body;

/**
 * A message that a handler is called with.
 *
 * @param src the id of the sender, a client or another node
 * @param body what it sent
 */
public record Request<B extends Body>(String src, B body) {}
