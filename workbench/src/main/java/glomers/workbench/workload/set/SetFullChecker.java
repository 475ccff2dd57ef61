package glomers.workbench.workload.set;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.FinalReadRule;
import glomers.workbench.checker.Quantiles;
import glomers.workbench.checker.Result;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.workload.set.SetElement.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Judges a set to which values are added one by one and that is read as a whole, the value of an ok
 * read being a list: Jepsen's set-full. Latencies are in milliseconds.
 *
 * <p>Nothing may be lost, and something must have become stable. Five rules are stricter than
 * Jepsen's; those that are broken are named under {@code :broken-rules}, with what broke them under
 * keys of their own: no read returns a value twice ({@code :duplicated}); none returns a value that
 * no client had tried to add ({@code :unexpected}), or whose add a definite error refused ({@code
 * :refused}); each node's final read has every value that was acknowledged or read anywhere ({@code
 * :missing}, by node); and each node has such a read ({@code :no-final-read}: the verdict is
 * unknown at best). The last two hold only if the test reached its final phase.
 *
 * @param addFunction the function whose invocations' values are added
 * @param nodes those that must hold every value in the end
 */
public record SetFullChecker(String addFunction, List<String> nodes) implements Checker {
  private static final int WORST_MAX = 8;

  /** Keeps its own copy. */
  public SetFullChecker {
    nodes = List.copyOf(nodes);
  }

  @Override
  public Result check(History history) {
    SetTimeline timeline = new SetTimeline(history, addFunction);
    List<SetElement> all = timeline.elements();
    List<SetElement> tried = select(all, SetElement::wasTried);
    List<SetElement> stable = select(tried, element -> element.outcome() == Outcome.STABLE);
    List<SetElement> lost = select(tried, element -> element.outcome() == Outcome.LOST);

    Result.Builder result = Result.builder();
    result.detail("attempt-count", tried.size());
    result.detail("stable-count", stable.size());
    putList(result, "lost", lost);
    putList(
        result, "never-read", select(tried, element -> element.outcome() == Outcome.NEVER_READ));
    List<SetElement> stale = select(stable, element -> element.latencyMillis() > 0);
    putList(result, "stale", stale);
    result.detail("worst-stale", new Seq(worst(stale)));
    Map<Number, Long> latencies = putLatencies(result, "stable-latencies", stable);
    putLatencies(result, "lost-latencies", lost);
    if (!latencies.isEmpty()) {
      result.figure("stable latency, median, ms", latencies.get(0.5));
      result.figure("stable latency, maximum, ms", latencies.get(1));
    }

    SetRules rules = new SetRules(result, addFunction);
    rules.lost(lost);
    rules.duplicates(select(all, element -> element.timesInOneRead > 1));
    rules.unexpected(select(all, element -> element.unexpected));
    rules.refused(select(all, SetElement::wasReadAlthoughRefused));
    rules.missing(MissingElements.of(timeline, nodes));
    FinalReadRule.check(history, nodes, result);
    if (stable.isEmpty()) {
      rules.nothingStable();
    }
    return result.build();
  }

  private static List<SetElement> select(
      List<SetElement> elements, Predicate<SetElement> condition) {
    return elements.stream().filter(condition).toList();
  }

  static void putList(Result.Builder details, String name, List<SetElement> elements) {
    details.detail(name + "-count", elements.size());
    details.detail(name, new Seq(elements.stream().map(element -> element.value).toList()));
  }

  private static Map<Number, Long> putLatencies(
      Result.Builder result, String name, List<SetElement> elements) {
    if (elements.isEmpty()) {
      return Map.of();
    }
    Map<Number, Long> latencies =
        Quantiles.of(elements.stream().map(SetElement::latencyMillis).toList());
    result.detail(name, latencies);
    return latencies;
  }

  /** The longest stale first; of equal ones the greatest, as Jepsen has it. */
  private static List<Object> worst(List<SetElement> stale) {
    List<SetElement> sorted = new ArrayList<>(stale);
    sorted.sort(Comparator.comparingLong(SetElement::latencyMillis));
    Collections.reverse(sorted);
    return sorted.stream().limit(WORST_MAX).<Object>map(SetElement::toEdn).toList();
  }
}
