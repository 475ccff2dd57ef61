package glomers.protocol;

/**
 * The payload of a message that only the nodes of the cluster send each other. From anybody else,
 * such as a client, a node does not take it: it answers {@link ErrorCode#NOT_SUPPORTED}.
 *
 * <p>A protocol that believes what its peers say, as consensus does, uses it for its requests. It
 * does not prove who sent a message: a sender may call itself as it likes.
 */
public interface PeerBody extends Body {}
