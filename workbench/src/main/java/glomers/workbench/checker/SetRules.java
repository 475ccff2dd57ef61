package glomers.workbench.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of {@link SetFullChecker} that Jepsen does not have; adds to a result's details. */
final class SetRules {
  private final Map<String, Object> details;
  private final List<String> broken = new ArrayList<>();
  private Validity verdict = Validity.VALID;

  SetRules(Map<String, Object> details) {
    this.details = details;
  }

  void duplicates(List<SetElement> duplicates) {
    Map<Object, Integer> times = new LinkedHashMap<>();
    duplicates.forEach(element -> times.put(element.value, element.timesInOneRead));
    details.put("duplicated-count", times.size());
    details.put("duplicated", times);
    if (!times.isEmpty()) {
      broken(Validity.INVALID, "a read must not return a value more than once");
    }
  }

  void unexpected(List<SetElement> unexpected) {
    if (!unexpected.isEmpty()) {
      broken(Validity.INVALID, "a read must not return a value before anyone tried to add it");
      SetFullChecker.putList(details, "unexpected", unexpected);
    }
  }

  void finalReads(FinalReads reads) {
    if (!reads.missing().isEmpty()) {
      broken(Validity.INVALID, "each node's final read must have every value known to be added");
      details.put("missing-count", reads.missingCount());
      details.put("missing", reads.missing());
    }
    if (!reads.unread().isEmpty()) {
      broken(Validity.UNKNOWN, "each node must answer a final read");
      details.put("no-final-read-count", reads.unread().size());
      details.put("no-final-read", reads.unread());
    }
  }

  private void broken(Validity atBest, String rule) {
    verdict = Validity.merge(List.of(verdict, atBest));
    broken.add(rule);
    details.put("broken-rules", broken);
  }

  Validity verdict() {
    return verdict;
  }
}
