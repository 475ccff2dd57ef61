package glomers.service;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.service.KeyValueMessages.Cas;
import glomers.service.KeyValueMessages.CasOk;
import glomers.service.KeyValueMessages.Read;
import glomers.service.KeyValueMessages.ReadOk;
import glomers.service.KeyValueMessages.Write;
import glomers.service.KeyValueMessages.WriteOk;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A client of one of the key-value stores. They have the same requests and differ in what they
 * promise: see {@link #linearizable}, {@link #sequential} and {@link #lastWriteWins}.
 *
 * <p>Keys and values are any JSON: strings, numbers, booleans, records, collections, and {@link
 * JsonElement}, but not null. The stores compare them deeply; 1 and 1.0 are different.
 *
 * <p>Every stage fails with an {@link RpcException}: an error of the store; {@link
 * ErrorCode#TIMEOUT} if no reply comes in time, and then a change may have been made, or may still
 * be made; or {@link ErrorCode#MALFORMED_REQUEST} if a value is none of the class asked for. A
 * stage that depends on it wraps that in a {@link java.util.concurrent.CompletionException}, as
 * always.
 *
 * <p>Must be used where the node's methods may be called. Maelstrom's stores never lose a message
 * and no partition cuts it off, but a message takes as long as one between nodes.
 */
public final class KeyValue {
  /** How long a client waits for each reply, if it is not told otherwise. */
  public static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Node node;
  private final String service;
  private final Duration timeout;

  private KeyValue(Node node, String service, Duration timeout) {
    this.node = node;
    this.service = service;
    this.timeout = timeout;
  }

  /**
   * A client of {@code lin-kv}, which is linearizable (Herlihy and Wing 1990): every request takes
   * effect at one moment between its sending and the arrival of its reply, and sees all that took
   * effect before.
   */
  public static KeyValue linearizable(Node node) {
    return new KeyValue(node, "lin-kv", TIMEOUT);
  }

  /**
   * A client of {@code seq-kv}, which is sequentially consistent (Lamport 1979): all changes have
   * one order, in which each client (each node) goes forward only.
   *
   * <ul>
   *   <li>It does not promise that a client gets anywhere near the end of that order. A read may
   *       return an old value, and the next one, too, for ever.
   *   <li>A request that would change nothing in an old state may be answered from that state: a
   *       write of a value that the key had there, a compare-and-set that fails there, or one whose
   *       {@code from} and {@code to} are equal.
   *   <li>A request that changes every old state takes effect on the newest, and brings its client
   *       up to date: it sees all changes that were acknowledged before. So write a value that was
   *       never written before, to any key, and then read.
   *   <li>A client sees its own changes.
   *   <li>The store keeps 32 states. The reads of a client that is further behind are served from a
   *       random one of these, and can even go backwards. Bringing the client up to date ends that.
   * </ul>
   */
  public static KeyValue sequential(Node node) {
    return new KeyValue(node, "seq-kv", TIMEOUT);
  }

  /**
   * A client of {@code lww-kv}: two replicas, of which a random one serves each request. They are
   * meant to be merged from time to time, so that the last write to a key wins; in Maelstrom as it
   * is now (and so in the workbench) they never are. A client misses its own changes half of the
   * time, and nothing ever converges: good only to see what a server does without consistency.
   * {@link #compareAndSet} never creates a key.
   */
  public static KeyValue lastWriteWins(Node node) {
    return new KeyValue(node, "lww-kv", TIMEOUT);
  }

  /**
   * The same client with another timeout.
   *
   * @param duration how long to wait for each reply; positive. More than twice the longest latency
   */
  public KeyValue withTimeout(Duration duration) {
    return new KeyValue(node, service, duration);
  }

  /**
   * Reads a value.
   *
   * <p>Fails with {@link ErrorCode#KEY_DOES_NOT_EXIST} if there is none.
   *
   * @param type the class of the value: one of JSON's (Integer, String, JsonElement …) or a record
   */
  public <T> CompletionStage<T> read(Object key, Class<T> type) {
    return call(new Read(key), ReadOk.class, reply -> Codec.value(reply.value(), type));
  }

  /** Reads a value; empty if the key does not exist. */
  public <T> CompletionStage<Optional<T>> readIfPresent(Object key, Class<T> type) {
    CompletableFuture<Optional<T>> result = new CompletableFuture<>();
    read(key, type)
        .whenComplete(
            (value, failure) -> {
              if (failure == null) {
                result.complete(Optional.of(value));
              } else if (failure instanceof RpcException e
                  && e.code().equals(ErrorCode.KEY_DOES_NOT_EXIST)) {
                result.complete(Optional.empty());
              } else {
                result.completeExceptionally(failure);
              }
            });
    return result;
  }

  /** Reads several values at once; keys that do not exist are left out. Fails if one read fails. */
  public <T> CompletionStage<Map<String, T>> readAll(Collection<String> keys, Class<T> type) {
    Map<String, T> values = new LinkedHashMap<>();
    return CompletableFuture.allOf(
            keys.stream()
                .map(
                    key ->
                        readIfPresent(key, type)
                            .thenAccept(value -> value.ifPresent(found -> values.put(key, found)))
                            .toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .thenApply(done -> values);
  }

  /** Sets a value, whether the key exists or not. */
  public CompletionStage<Void> write(Object key, Object value) {
    return call(new Write(key, value), WriteOk.class, reply -> null);
  }

  /** Sets several values at once. Fails if one write fails; the others may have been made then. */
  public CompletionStage<Void> writeAll(Map<String, ?> values) {
    return CompletableFuture.allOf(
        values.entrySet().stream()
            .map(each -> write(each.getKey(), each.getValue()).toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }

  /**
   * Sets a value if it is the expected one.
   *
   * <p>Fails with {@link ErrorCode#PRECONDITION_FAILED} if it is another one, and with {@link
   * ErrorCode#KEY_DOES_NOT_EXIST} if there is none. Nothing has changed then.
   *
   * @param from the expected value
   * @param to the new value
   * @param createIfAbsent whether a key that does not exist is set, too
   */
  public CompletionStage<Void> compareAndSet(
      Object key, Object from, Object to, boolean createIfAbsent) {
    return call(new Cas(key, from, to, createIfAbsent), CasOk.class, reply -> null);
  }

  /**
   * Changes a value by a compare-and-set loop: reads it, applies the function, and sets the result
   * if the value is still the one that was read. If it is not, tries again after a delay that grows
   * ({@link glomers.node.Backoff}), {@value UpdateLoop#ATTEMPTS_MAX} times in all, and then fails
   * with the store's last error.
   *
   * <p>A timeout is not tried again, for the change may have been made: the function is never
   * applied twice to one effect. On a sequential store each attempt may be based on an old value,
   * and fail for that; on {@code lww-kv} the key must exist.
   *
   * @param type the class of the value
   * @param function is given the value, empty if the key does not exist, and returns the new one;
   *     may be called several times; what it throws fails the stage
   * @return the value that was set
   */
  public <T> CompletionStage<T> update(
      Object key, Class<T> type, Function<Optional<T>, T> function) {
    return new UpdateLoop<>(node, this, key, type, function).run();
  }

  private <R extends Body, T> CompletionStage<T> call(
      Body request, Class<R> reply, Function<R, T> reader) {
    return Calls.call(node, service, request, reply, timeout, reader);
  }
}
