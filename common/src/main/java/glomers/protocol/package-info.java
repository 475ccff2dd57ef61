/**
 * What travels between nodes: messages, their typed bodies, error codes, and the codec between them
 * and lines of JSON.
 *
 * <p>Nothing here knows of nodes, threads or streams of a process; all of it is stateless or
 * confined to its user. The wire format is Maelstrom's (its <a
 * href="https://github.com/jepsen-io/maelstrom/blob/main/doc/protocol.md">protocol document</a>):
 * one JSON object a line, with {@code src}, {@code dest} and {@code body}.
 */
package glomers.protocol;
