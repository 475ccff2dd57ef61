package glomers.protocol;

/**
 * The payload of a message. Implement it by a record; that is all a message needs:
 *
 * <pre>{@code
 * record BroadcastOk() implements Body {}                       // {"type": "broadcast_ok"}
 * record Cas(String key, int from, int to) implements Body {}   // {"type": "cas", "key": …}
 * }</pre>
 *
 * <p>The wire's {@code type} is the record's simple name in snake case, and so are the names of its
 * fields. A component of type {@link java.util.Optional} may be missing on the wire; every other
 * one must be there and not null. A component of type {@link com.google.gson.JsonElement} takes any
 * JSON value and keeps it as it was written, the digits of numbers too. Keys of maps are strings,
 * as they are in JSON. The names {@code type}, {@code msg_id} and {@code in_reply_to} belong to the
 * protocol and can't be components.
 */
public interface Body {}
