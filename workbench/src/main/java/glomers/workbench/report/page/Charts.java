package glomers.workbench.report.page;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of the overview, from all operations of a history: latencies, their quantiles and the
 * rate per slice of time. A slice is long enough for some operations of each function, for a line
 * through one or two of them would show chance; where a function has fewer in a slice, that slice
 * has no quantiles, and points have to do.
 *
 * @param points operations to draw one by one: all of them if they are few, else the slowest of
 *     each slice, those that are not ok, and an even choice of the others
 * @param slices per function; none if there are few operations
 * @param sliceNanos how long a slice is
 * @param shown how many of all completed operations are points
 */
record Charts(
    List<Point> points, Map<String, List<Slice>> slices, long sliceNanos, int shown, int all) {
  private static final int SLICES_MAX = 120;
  private static final int SLICES_MIN = 4;

  /** So many operations of a function a slice has on average. */
  private static final int OPERATIONS_PER_SLICE = 12;

  /** So many operations that were ok a slice needs to have quantiles. */
  private static final int QUANTILES_MIN = 5;

  private static final int POINTS_MAX = 6_000;

  /** One completed operation. */
  record Point(Op invocation, Op completion) {
    long latencyNanos() {
      return completion.timeNanos() - invocation.timeNanos();
    }
  }

  /**
   * The operations that were completed in one slice of time.
   *
   * @param index of the slice, from 0
   * @param ok how many operations were ok
   * @param others how many were not
   * @param quantiles of the latencies in nanoseconds: median, 95 %, 99 %, greatest; none if too few
   *     operations were ok
   */
  record Slice(int index, int ok, int others, long[] quantiles) {}

  static Charts of(History history) {
    List<Point> all = new ArrayList<>();
    long end = 1;
    for (Op op : history.ops()) {
      end = Math.max(end, op.timeNanos());
      if (op.isClient() && !op.isInvoke()) {
        all.add(new Point(history.invocation(op), op));
      }
    }
    long functions =
        Math.max(1, all.stream().map(point -> point.invocation().f()).distinct().count());
    long wanted = Math.min(SLICES_MAX, all.size() / functions / OPERATIONS_PER_SLICE);
    long sliceNanos = Math.max(1, end / Math.max(SLICES_MIN, wanted) + 1);
    Map<String, Map<Integer, List<Point>>> byFunction = new TreeMap<>();
    for (Point point : all) {
      byFunction
          .computeIfAbsent(point.invocation().f(), f -> new TreeMap<>())
          .computeIfAbsent(
              (int) (point.completion().timeNanos() / sliceNanos), index -> new ArrayList<>())
          .add(point);
    }
    Map<String, List<Slice>> slices = new TreeMap<>();
    Map<String, Map<Integer, List<Point>>> sliced = wanted < SLICES_MIN ? Map.of() : byFunction;
    sliced.forEach(
        (f, byIndex) ->
            slices.put(
                f,
                byIndex.entrySet().stream()
                    .map(entry -> slice(entry.getKey(), entry.getValue()))
                    .toList()));
    List<Point> points = points(all, byFunction);
    return new Charts(points, slices, sliceNanos, points.size(), all.size());
  }

  private static Slice slice(int index, List<Point> points) {
    long[] latencies =
        points.stream()
            .filter(point -> point.completion().isOk())
            .mapToLong(Point::latencyNanos)
            .sorted()
            .toArray();
    int others = points.size() - latencies.length;
    long[] quantiles =
        latencies.length < QUANTILES_MIN
            ? new long[0]
            : Arrays.stream(new double[] {0.5, 0.95, 0.99, 1})
                .mapToLong(
                    q -> latencies[Math.min(latencies.length - 1, (int) (latencies.length * q))])
                .toArray();
    return new Slice(index, latencies.length, others, quantiles);
  }

  private static List<Point> points(
      List<Point> all, Map<String, Map<Integer, List<Point>>> byFunction) {
    if (all.size() <= POINTS_MAX) {
      return all;
    }
    List<Point> points = new ArrayList<>();
    int bad = 0;
    for (Map<Integer, List<Point>> byIndex : byFunction.values()) {
      for (List<Point> slice : byIndex.values()) {
        slice.stream()
            .sorted(Comparator.comparingLong(Point::latencyNanos).reversed())
            .limit(2)
            .forEach(points::add);
      }
    }
    int step = all.size() / POINTS_MAX + 1;
    for (int i = 0; i < all.size(); i++) {
      boolean isBad = !all.get(i).completion().isOk() && bad++ < POINTS_MAX;
      if (isBad || i % step == 0) {
        points.add(all.get(i));
      }
    }
    return points.stream().distinct().toList();
  }
}
