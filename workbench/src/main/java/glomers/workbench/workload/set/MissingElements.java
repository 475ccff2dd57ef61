package glomers.workbench.workload.set;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last final read of each node. Set-full looks only at the newest read of all, and so accepts a
 * value that one node never received.
 *
 * @param byNode the confirmed elements that its final read misses; without the nodes that miss none
 */
record MissingElements(Map<String, List<Object>> byNode) {
  /** Finds nothing in a history that did not reach its final phase. */
  static MissingElements of(SetTimeline timeline, List<String> nodes) {
    Map<String, List<Object>> missing = new LinkedHashMap<>();
    Map<String, SetRead> finalReads = new HashMap<>();
    timeline.newestReadsFirst().stream()
        .filter(read -> read.completion().isFinal())
        .forEach(read -> finalReads.putIfAbsent(read.completion().node(), read));
    List<SetElement> elements = timeline.elements();
    for (String node : nodes) {
      SetRead read = finalReads.get(node);
      List<Object> values = read == null ? List.of() : missing(read, elements);
      if (!values.isEmpty()) {
        missing.put(node, values);
      }
    }
    return new MissingElements(missing);
  }

  private static List<Object> missing(SetRead read, List<SetElement> elements) {
    Set<Object> present = new HashSet<>(read.values());
    List<Object> missing = new ArrayList<>();
    for (SetElement element : elements) {
      if (element.confirmed && element.wasTried() && !present.contains(element.value)) {
        missing.add(element.value);
      }
    }
    return missing;
  }

  /** How many elements at least one node misses. */
  int count() {
    Set<Object> elements = new HashSet<>();
    byNode.values().forEach(elements::addAll);
    return elements.size();
  }
}
