package glomers.protocol;

/** The reply to {@link Init}: the node is ready. */
public record InitOk() implements Body {}
