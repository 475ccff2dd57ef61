package glomers.workbench.workload.counter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sums that a counter may have in the end: that of all acknowledged adds, and of any of those
 * whose outcome is unknown.
 *
 * @param intervals disjoint, ascending, and with a gap between any two
 */
record PossibleSums(List<Interval> intervals) {
  private static final int SHOWN_MAX = 8;

  /** More intervals are taken for one: nearly all is possible then, and the list would double. */
  private static final int INTERVALS_MAX = 10_000;

  /** All integers from the lower to the upper bound, both included. */
  record Interval(long lower, long upper) {
    Interval shifted(long delta) {
      return new Interval(lower + delta, upper + delta);
    }

    @Override
    public String toString() {
      return lower == upper ? Long.toString(lower) : lower + " to " + upper;
    }
  }

  /** The one sum of adds that were all acknowledged. */
  static PossibleSums of(long acknowledged) {
    return new PossibleSums(List.of(new Interval(acknowledged, acknowledged)));
  }

  /** The sums with, and without, one more add. */
  PossibleSums withOrWithout(long delta) {
    List<Interval> all = new ArrayList<>(intervals);
    intervals.forEach(interval -> all.add(interval.shifted(delta)));
    all.sort(Comparator.comparingLong(Interval::lower));
    List<Interval> merged = new ArrayList<>();
    for (Interval next : all) {
      Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && next.lower() <= last.upper() + 1) {
        long upper = Math.max(last.upper(), next.upper());
        merged.set(merged.size() - 1, new Interval(last.lower(), upper));
      } else {
        merged.add(next);
      }
    }
    return merged.size() <= INTERVALS_MAX ? new PossibleSums(merged) : whole(merged);
  }

  private static PossibleSums whole(List<Interval> intervals) {
    Interval last = intervals.get(intervals.size() - 1);
    return new PossibleSums(List.of(new Interval(intervals.get(0).lower(), last.upper())));
  }

  boolean contains(long sum) {
    return intervals.stream().anyMatch(each -> each.lower() <= sum && sum <= each.upper());
  }

  /** As results show it: pairs of bounds. */
  List<Object> toEdn() {
    return intervals.stream()
        .<Object>map(interval -> List.of(interval.lower(), interval.upper()))
        .toList();
  }

  /** Such as {@code 3, or 5 to 9}. */
  @Override
  public String toString() {
    String shown =
        intervals.stream()
            .limit(SHOWN_MAX)
            .map(Interval::toString)
            .collect(Collectors.joining(", or "));
    return intervals.size() > SHOWN_MAX ? shown + ", or …" : shown;
  }
}
