package glomers.workbench.edn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out most of long collections.
 *
 * @param entriesMax how many entries are kept of a collection that has more
 */
record Shortening(int entriesMax) {
  /** Text in place of entries that were left out, printed as it is. */
  record Omitted(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  Object of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> some = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        // Keywords are names that each map of its kind has: they are few, and all are wanted.
        if (isFull(some.size(), map.size()) && !(entry.getKey() instanceof Keyword)) {
          some.put(new Omitted("… " + (map.size() - some.size())), new Omitted("more"));
          break;
        }
        some.put(entry.getKey(), of(entry.getValue()));
      }
      return some;
    } else if (value instanceof List<?> list) {
      return some(list, new ArrayList<>());
    } else if (value instanceof Seq seq) {
      return new Seq((List<?>) some(seq.values(), new ArrayList<>()));
    } else if (value instanceof Set<?> set) {
      return some(set, new LinkedHashSet<>());
    }
    return value instanceof EdnForm form ? of(form.toEdn()) : value;
  }

  private Collection<Object> some(Collection<?> all, Collection<Object> some) {
    for (Object each : all) {
      if (isFull(some.size(), all.size())) {
        some.add(new Omitted("… " + (all.size() - some.size()) + " more"));
        break;
      }
      some.add(of(each));
    }
    return some;
  }

  /** One more that is left out would take the place of the line that says so. */
  private boolean isFull(int kept, int all) {
    return kept == entriesMax && all > entriesMax + 1;
  }
}
