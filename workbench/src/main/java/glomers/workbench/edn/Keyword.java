package glomers.workbench.edn;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A name that stands for itself, printed with a colon before it.
 *
 * @param name without the colon
 */
public record Keyword(String name) {
  /** Histories hold the same few names a million times; nodes can make up others without end. */
  private static final int KNOWN_MAX = 1_000;

  private static final Map<String, Keyword> KNOWN = new ConcurrentHashMap<>();

  /** The keyword of this name; usually the same object for the same name. */
  public static Keyword of(String name) {
    Keyword known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    Keyword keyword = new Keyword(name);
    if (KNOWN.size() < KNOWN_MAX) {
      KNOWN.put(name, keyword);
    }
    return keyword;
  }

  @Override
  public String toString() {
    return ":" + name;
  }
}
