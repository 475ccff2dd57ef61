package glomers.workbench.service;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** All services, by name. A new one is a class of its own and a line here. */
public final class Services {
  private static final SortedMap<String, Function<RandomGenerator, Service>> ALL = new TreeMap<>();

  static {
    ALL.put("lin-kv", random -> new LinearizableStore(true));
    ALL.put("seq-kv", SequentialStore::new);
    ALL.put("lww-kv", LastWriteWinsStore::new);
    ALL.put("lin-tso", random -> new TimestampService());
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
   */
  public static Service make(String name, RandomGenerator random) {
    return ALL.get(name).apply(random);
  }
}
