package glomers.workbench.service;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** All services, by name. A new one is a class of its own and a line here. */
public final class Services {
  /** Makes a service from the source of its choices, and from how stale its answers are. */
  private interface Factory {
    Service make(RandomGenerator random, DoubleSupplier staleness);
  }

  private static final SortedMap<String, Factory> ALL = new TreeMap<>();

  static {
    ALL.put("lin-kv", (random, staleness) -> new LinearizableStore(true));
    ALL.put("seq-kv", SequentialStore::new);
    ALL.put("lww-kv", (random, staleness) -> new LastWriteWinsStore(random));
    ALL.put("lin-tso", (random, staleness) -> new TimestampService());
  }

  private Services() {}

  /** The names, sorted. */
  public static List<String> names() {
    return new ArrayList<>(ALL.keySet());
  }

  /**
   * A new instance of the service of this name, which must be one of {@link #names}.
   *
   * @param random the source of its choices, such as that of a replica
   * @param staleness the share of requests, 0 to 1, that are answered from as far in the past as
   *     the service may; the others from any time that it may
   */
  public static Service make(String name, RandomGenerator random, DoubleSupplier staleness) {
    return ALL.get(name).make(random, staleness);
  }
}
