/**
 * Messages between nodes: envelopes, typed bodies, error codes, and the codec that turns them into
 * lines of JSON and back. Start at {@link glomers.protocol.Message}, {@link glomers.protocol.Body}
 * and {@link glomers.protocol.Codec}; how JSON becomes records is in {@code glomers.protocol.json}.
 *
 * <p>This package knows nothing of nodes, threads or streams; its classes are stateless, or
 * confined to their user. The wire format is Maelstrom's (its <a
 * href="https://github.com/jepsen-io/maelstrom/blob/main/doc/protocol.md">protocol document</a>):
 * one JSON object per line, with {@code src}, {@code dest} and {@code body}.
 */
package glomers.protocol;
