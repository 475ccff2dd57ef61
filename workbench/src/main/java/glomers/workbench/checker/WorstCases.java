package glomers.workbench.checker;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Gathers what is wrong: of each type the number of cases, and the worst of them. A history may
 * hold one for every value read; memory stays bounded.
 *
 * @param <T> the types, the most important first
 * @param <A> the cases
 */
public class WorstCases<T extends Enum<T>, A> {
  private record Case<A>(long severity, long sequence, A anomaly) {}

  private static final Comparator<Case<?>> WORST_FIRST =
      Comparator.<Case<?>>comparingLong(Case::severity)
          .reversed()
          .thenComparingLong(Case::sequence);

  private static final class OfType<A> {
    private final PriorityQueue<Case<A>> worst = new PriorityQueue<>(WORST_FIRST.reversed());
    private long count;

    void add(long severity, int max, Supplier<A> anomaly) {
      count++;
      if (worst.size() < max || worst.element().severity < severity) {
        worst.add(new Case<>(severity, count, anomaly.get()));
        if (worst.size() > max) {
          worst.remove();
        }
      }
    }
  }

  private final Map<T, OfType<A>> byType;
  private final ToIntFunction<T> shownMax;

  /**
   * No cases yet.
   *
   * @param shownMax how many cases of a type are kept
   */
  protected WorstCases(Class<T> types, ToIntFunction<T> shownMax) {
    this.byType = new EnumMap<>(types);
    this.shownMax = shownMax;
  }

  /**
   * Adds a case.
   *
   * @param severity of cases of a type those with the highest are kept, the first of equal ones
   * @param anomaly is asked only if the case is kept for now
   */
  public final void add(T type, long severity, Supplier<A> anomaly) {
    byType
        .computeIfAbsent(type, each -> new OfType<>())
        .add(severity, shownMax.applyAsInt(type), anomaly);
  }

  /** The types of which there are cases, the most important first. */
  public final Set<T> types() {
    return Collections.unmodifiableSet(byType.keySet());
  }

  /** How many cases there are of a type. */
  public final long count(T type) {
    return byType.containsKey(type) ? byType.get(type).count : 0;
  }

  /** The worst cases of a type, the worst first. */
  public final List<A> worst(T type) {
    return byType.containsKey(type)
        ? byType.get(type).worst.stream().sorted(WORST_FIRST).map(Case::anomaly).toList()
        : List.of();
  }

  /** How many cases of a type are not among the worst. */
  public final long others(T type) {
    return count(type) - worst(type).size();
  }
}
