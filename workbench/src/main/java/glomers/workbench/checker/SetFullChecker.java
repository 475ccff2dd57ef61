package glomers.workbench.checker;

import glomers.workbench.checker.SetElement.Outcome;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Judges a set to which values are added one by one and that is read as a whole, the value of an ok
 * read being a list: Jepsen's set-full. Latencies are in milliseconds.
 *
 * <p>Nothing may be lost, and something must have become stable. Four rules are stricter than
 * Jepsen's; those that are broken are named under {@code :broken-rules}, with what broke them under
 * keys of their own: no read returns a value twice ({@code :duplicated}); none returns a value that
 * nobody had tried to add ({@code :unexpected}); each node's final read has every value that was
 * acknowledged or read anywhere ({@code :missing}, by node); and each node has such a read ({@code
 * :no-final-read}: the verdict is unknown at best). The last two hold only if the test reached its
 * final phase.
 */
public final class SetFullChecker implements Checker {
  private static final int WORST_MAX = 8;

  private final String addFunction;
  private final List<String> nodes;

  /**
   * A checker for reads of the function {@code read} and these adds.
   *
   * @param addFunction the function whose invocations' values are added
   * @param nodes those that must hold every value in the end
   */
  public SetFullChecker(String addFunction, List<String> nodes) {
    this.addFunction = addFunction;
    this.nodes = List.copyOf(nodes);
  }

  @Override
  public Result check(History history) {
    SetTimeline timeline = new SetTimeline(history, addFunction);
    List<SetElement> all = timeline.elements();
    List<SetElement> tried = select(all, SetElement::wasTried);
    List<SetElement> stable = select(tried, element -> element.outcome() == Outcome.STABLE);
    List<SetElement> lost = select(tried, element -> element.outcome() == Outcome.LOST);

    Map<String, Object> details = new LinkedHashMap<>();
    details.put("attempt-count", tried.size());
    details.put("stable-count", stable.size());
    putList(details, "lost", lost);
    putList(
        details, "never-read", select(tried, element -> element.outcome() == Outcome.NEVER_READ));
    List<SetElement> stale = select(stable, element -> element.latencyMillis() > 0);
    putList(details, "stale", stale);
    details.put("worst-stale", new Seq(worst(stale)));
    putLatencies(details, "stable-latencies", stable);
    putLatencies(details, "lost-latencies", lost);

    SetRules rules = new SetRules(details);
    rules.duplicates(select(all, element -> element.timesInOneRead > 1));
    rules.unexpected(select(all, element -> element.unexpected));
    rules.finalReads(FinalReads.of(history, timeline, nodes));
    Validity own = stable.isEmpty() ? Validity.UNKNOWN : Validity.VALID;
    Validity verdict = lost.isEmpty() ? own : Validity.INVALID;
    return new Result(Validity.merge(List.of(verdict, rules.verdict())), details);
  }

  private static List<SetElement> select(
      List<SetElement> elements, Predicate<SetElement> condition) {
    return elements.stream().filter(condition).toList();
  }

  static void putList(Map<String, Object> details, String name, List<SetElement> elements) {
    details.put(name + "-count", elements.size());
    details.put(name, new Seq(elements.stream().map(element -> element.value).toList()));
  }

  private static void putLatencies(
      Map<String, Object> details, String name, List<SetElement> elements) {
    if (!elements.isEmpty()) {
      details.put(name, Quantiles.of(elements.stream().map(SetElement::latencyMillis).toList()));
    }
  }

  /** The longest stale first; of equal ones the greatest, as Jepsen has it. */
  private static List<Object> worst(List<SetElement> stale) {
    List<SetElement> sorted = new ArrayList<>(stale);
    sorted.sort(Comparator.comparingLong(SetElement::latencyMillis));
    Collections.reverse(sorted);
    return sorted.stream().limit(WORST_MAX).<Object>map(SetElement::toEdn).toList();
  }
}
