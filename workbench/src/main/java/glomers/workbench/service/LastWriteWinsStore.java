package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * lww-kv: two replicas, of which the last write to a key wins, by Lamport's logical clocks (1978).
 *
 * <p>With each request, one replica of a random draw is merged into that of another; then a random
 * replica serves the request. Two writes with the same timestamp on both replicas never converge: a
 * merge keeps the value of its source. Compare-and-set never creates a key.
 */
final class LastWriteWinsStore implements Service {
  private static final int REPLICAS = 2;

  /**
   * A value at a logical time.
   *
   * @param timestamp the clock of the replica that it was written to
   */
  private record Version(long timestamp, Value value) {}

  private static final class Replica {
    private final Map<Value, Version> versions = new HashMap<>();
    private long clock;

    void merge(Replica source) {
      clock = Math.max(clock, source.clock);
      source.versions.forEach(
          (key, theirs) ->
              versions.merge(
                  key, theirs, (ours, given) -> ours.timestamp > given.timestamp ? ours : given));
    }

    Body handle(StoreRequest request) {
      Optional<Value> current =
          Optional.ofNullable(versions.get(request.key())).map(Version::value);
      StoreRequest.Outcome outcome = request.applyTo(current);
      outcome
          .written()
          .ifPresent(value -> versions.put(request.key(), new Version(clock++, value)));
      return outcome.reply();
    }
  }

  private final RandomGenerator random;
  private final Replica[] replicas = new Replica[REPLICAS];

  LastWriteWinsStore(RandomGenerator random) {
    this.random = random;
    for (int i = 0; i < REPLICAS; i++) {
      replicas[i] = new Replica();
    }
  }

  @Override
  public Body handle(Message message) {
    StoreRequest request = StoreRequest.of(message);
    Replica source = any();
    Replica dest = any();
    if (source != dest) {
      dest.merge(source);
    }
    return any().handle(request instanceof StoreRequest.Cas cas ? cas.withoutCreation() : request);
  }

  private Replica any() {
    return replicas[random.nextInt(REPLICAS)];
  }
}
