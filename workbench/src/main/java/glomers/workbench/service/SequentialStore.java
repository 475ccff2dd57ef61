package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * seq-kv: a sequence of states, in which each client only goes forward.
 *
 * <p>A request is tried on a random state between the last one that its client has seen and the
 * newest. If it changes nothing there, its answer counts. Otherwise it is carried out on the newest
 * state, and makes a new one even if it changes nothing there. A client that only reads may read
 * old values for ever, and so may one that writes what an old state holds already; a request that
 * changes the state it is tried on brings its client up to date.
 *
 * <p>Maelstrom keeps 32 states in a ring, but lets clients be farther behind: an index that is no
 * longer kept is served by the state that took its place in the ring, which is newer. The reads of
 * such a client can go backwards. This store does the same.
 */
final class SequentialStore implements Service {
  /** How many states are kept. */
  static final int STATES = 32;

  private final RandomGenerator random;
  private final DoubleSupplier staleness;
  private final Map<String, Long> lastSeen = new HashMap<>();

  /** For each key its values, by the first state that holds each; those of kept states only. */
  private final Map<Value, TreeMap<Long, Value>> versions = new HashMap<>();

  private long newest;

  /**
   * An empty store.
   *
   * @param staleness the share of requests that are tried on the oldest state that may be, 0 to 1;
   *     the others on any. Maelstrom tries all on any
   */
  SequentialStore(RandomGenerator random, DoubleSupplier staleness) {
    this.random = random;
    this.staleness = staleness;
  }

  @Override
  public Body handle(Message message) {
    StoreRequest request = StoreRequest.of(message, true);
    long drawn = draw(lastSeen.getOrDefault(message.src(), 0L));
    long served = newest - (newest - drawn) % STATES;
    Optional<Value> old = valueAt(served, request.key());
    StoreRequest.Outcome outcome = request.applyTo(old);
    if (outcome.written().isEmpty() || outcome.written().equals(old)) {
      lastSeen.put(message.src(), drawn);
      return outcome.reply();
    }
    outcome = request.applyTo(valueAt(newest, request.key()));
    newest++;
    outcome.written().ifPresent(value -> write(request.key(), value));
    lastSeen.put(message.src(), newest);
    return outcome.reply();
  }

  private long draw(long oldest) {
    double share = staleness.getAsDouble();
    boolean isOldest = share > 0 && random.nextDouble() < share;
    return isOldest ? oldest : random.nextLong(oldest, newest + 1);
  }

  private Optional<Value> valueAt(long state, Value key) {
    TreeMap<Long, Value> values = versions.get(key);
    return values == null
        ? Optional.empty()
        : Optional.ofNullable(values.floorEntry(state)).map(Map.Entry::getValue);
  }

  private void write(Value key, Value value) {
    TreeMap<Long, Value> values = versions.computeIfAbsent(key, none -> new TreeMap<>());
    values.put(newest, value);
    Long inOldestState = values.floorKey(newest - STATES + 1);
    if (inOldestState != null) {
      values.headMap(inOldestState).clear();
    }
  }
}
