package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.network.LossReason;
import glomers.workbench.trace.Recording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the messages behind findings: those that carried a finding's values to its nodes. */
final class Explanations {
  /** Bodies are searched for each value, so that more would take too long. */
  private static final int FINDINGS_MAX = 20;

  private static final int VALUES_MAX = 3;
  private static final int ROWS_MAX = 400;

  private Explanations() {}

  /** An explanation per finding, in their order; an empty one where there is nothing to say. */
  static List<Explanation> of(List<Finding> findings, Recording recording) {
    List<String> names = recording.names();
    List<Search> searches = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      // An exhibit says more; and its values, such as keys, are in messages of all kinds.
      boolean wanted = i < FINDINGS_MAX && findings.get(i).exhibit().isEmpty();
      searches.add(new Search(findings.get(i), wanted, names));
    }
    for (int row = 0; row < recording.size(); row++) {
      for (Search search : searches) {
        search.look(recording, row);
      }
    }
    return searches.stream().map(Search::explanation).toList();
  }

  /** The search for the messages of one finding, and its result. */
  private static final class Search {
    private final List<String> tokens;
    private final List<String> nodes;
    private final Set<Integer> nodeNumbers = new HashSet<>();
    private final boolean[] isClient;
    private final List<Integer> rows = new ArrayList<>();
    private final Map<LossReason, Integer> lost = new EnumMap<>(LossReason.class);
    private int arrived;
    private boolean requested;

    Search(Finding finding, boolean wanted, List<String> names) {
      tokens =
          wanted
              ? finding.values().stream().limit(VALUES_MAX).map(JsonTokens::of).toList()
              : List.of();
      nodes = finding.nodes();
      isClient = new boolean[names.size()];
      for (int i = 0; i < names.size(); i++) {
        isClient[i] = names.get(i).startsWith("c");
        if (finding.nodes().contains(names.get(i))) {
          nodeNumbers.add(i);
        }
      }
    }

    void look(Recording recording, int row) {
      if (tokens.isEmpty() || isClient[recording.dest(row)]) {
        return;
      }
      if (!requested && isClient[recording.src(row)]) {
        requested = carries(recording.body(row));
      }
      if (!nodeNumbers.isEmpty() && !nodeNumbers.contains(recording.dest(row))) {
        return;
      }
      if (!carries(recording.body(row))) {
        return;
      }
      if (rows.size() < ROWS_MAX) {
        rows.add(row);
      }
      if (isClient[recording.src(row)]) {
        return; // shown, but what is told is how nodes told each other
      }
      recording
          .loss(row)
          .ifPresentOrElse(reason -> lost.merge(reason, 1, Integer::sum), () -> arrived++);
    }

    private boolean carries(String body) {
      return tokens.stream().anyMatch(token -> JsonTokens.contains(body, token));
    }

    Explanation explanation() {
      // What no client has sent, such as a sum, does not travel as such.
      if (!requested || nodes.isEmpty()) {
        return new Explanation("", rows);
      }
      String what = String.join(" or ", tokens);
      String where = String.join(" or ", nodes);
      int all = arrived + lost.values().stream().mapToInt(Integer::intValue).sum();
      if (all == 0) {
        return new Explanation("No node sent value " + what + " to " + where + ".", rows);
      }
      StringBuilder sentence = new StringBuilder();
      sentence
          .append(count(all, "message"))
          .append(" from nodes carried value ")
          .append(what)
          .append(" to ")
          .append(where)
          .append(": ")
          .append(arrived == 0 ? "none" : arrived)
          .append(" arrived");
      lost.forEach(
          (reason, count) ->
              sentence
                  .append(", ")
                  .append(count)
                  .append(" lost (")
                  .append(reason.label())
                  .append(')'));
      return new Explanation(sentence.append('.').toString(), rows);
    }

    private static String count(int number, String noun) {
      return number + " " + noun + (number == 1 ? "" : "s");
    }
  }
}
