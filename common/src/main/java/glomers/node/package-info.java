/**
 * The node library: what a server sees of its node, and what runs the node.
 *
 * <p>{@link glomers.node.Node} is all that a server needs. {@link glomers.node.NodeEngine} is the
 * node itself: passive and single-threaded, it is handed lines and reaches the world through the
 * port {@link glomers.node.Environment}. {@link glomers.node.StdioRuntime} is that world in
 * production: standard input and output, the clock, a lock. Threads, clocks and streams belong in
 * the runtime; the engine has none, so that a simulator can drive it.
 */
package glomers.node;
