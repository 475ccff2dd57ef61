package glomers.workbench.fault;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Degree;
import glomers.workbench.fault.FaultEvent.Heal;
import glomers.workbench.fault.FaultEvent.OfNodes;
import glomers.workbench.fault.FaultEvent.OneWayPartition;
import glomers.workbench.fault.FaultEvent.Partition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fault events as histories have them: a function, and a value of EDN as Jepsen writes it. */
public final class FaultEdn {
  private static final Keyword HEALED = Keyword.of("network-healed");
  private static final Keyword KILLED = Keyword.of("killed");

  private FaultEdn() {}

  /** The value that stands beside the event's {@link FaultEvent#function function}. */
  public static Object of(FaultEvent event) {
    if (event instanceof Partition partition) {
      Map<String, List<String>> cuts = new TreeMap<>();
      partition.cuts().forEach((to, from) -> cuts.put(to, from.stream().sorted().toList()));
      return tagged("isolated", cuts);
    } else if (event instanceof OneWayPartition partition) {
      return tagged("deaf", partition.receivers());
    } else if (event instanceof OfNodes toNodes) {
      return toNodes.act().isKill() && toNodes.act().left() != Unsynced.TORN
          ? List.of(KILLED, toNodes.nodes(), label(toNodes.act().left()))
          : tagged(toNodes.act().tag(), toNodes.nodes());
    } else if (event instanceof ClockRates clocks) {
      return tagged("clock-rates", clocks.rates());
    } else if (event instanceof Degree degree && degree.begins()) {
      return degree.number();
    }
    return HEALED;
  }

  private static Object tagged(String tag, Object value) {
    return List.of(Keyword.of(tag), value);
  }

  private static Keyword label(Unsynced left) {
    return Keyword.of(left.label());
  }

  /**
   * The event that a history tells of.
   *
   * @throws IllegalArgumentException if there is no such fault, or this is not what it does
   */
  public static FaultEvent read(String function, Object value) {
    try {
      return switch (function) {
        case "start-" + Partition.NAME -> new Partition(cuts(untagged("isolated", value)));
        case "start-" + OneWayPartition.NAME -> new OneWayPartition(names(untagged("deaf", value)));
        case "stop-" + Partition.NAME, "stop-" + OneWayPartition.NAME -> heal(function, value);
        case "start-" + ClockRates.NAME, "stop-" + ClockRates.NAME ->
            new ClockRates(rates(untagged("clock-rates", value)));
        default ->
            degree(function, value)
                .or(() -> toNodes(function, value))
                .orElseThrow(() -> unknown(function, value));
      };
    } catch (ClassCastException | NullPointerException e) {
      throw unknown(function, value);
    }
  }

  private static FaultEvent heal(String function, Object value) {
    if (!HEALED.equals(value)) {
      throw unknown(function, value);
    }
    return new Heal(function.substring("stop-".length()));
  }

  private static Optional<FaultEvent> degree(String function, Object value) {
    for (Measure measure : Measure.values()) {
      if (function.equals("start-" + measure.fault())) {
        return Optional.of(measure.to(((Number) value).doubleValue()));
      } else if (function.equals("stop-" + measure.fault()) && HEALED.equals(value)) {
        return Optional.of(measure.toUsual());
      }
    }
    return Optional.empty();
  }

  private static Optional<FaultEvent> toNodes(String function, Object value) {
    List<?> parts = value instanceof List<?> list ? list : List.of();
    for (Act act : Act.values()) {
      boolean isMeant =
          parts.size() > 2
              ? parts.size() == 3 && act.isKill() && label(act.left()).equals(parts.get(2))
              : act.left() == Unsynced.TORN;
      if (isMeant
          && parts.size() > 1
          && act.function().equals(function)
          && Keyword.of(act.tag()).equals(parts.get(0))) {
        return Optional.of(act.to(names(parts.get(1))));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Double> rates(Object value) {
    Map<String, Double> rates = new TreeMap<>();
    ((Map<?, ?>) value)
        .forEach((node, rate) -> rates.put((String) node, ((Number) rate).doubleValue()));
    return rates;
  }

  private static IllegalArgumentException unknown(String function, Object value) {
    return new IllegalArgumentException(
        "there is no fault that is written as " + function + " " + Edn.print(value));
  }

  private static Object untagged(String tag, Object value) {
    List<?> pair = (List<?>) value;
    if (pair.size() != 2 || !Keyword.of(tag).equals(pair.get(0))) {
      throw new ClassCastException(tag);
    }
    return pair.get(1);
  }

  private static Map<String, List<String>> cuts(Object value) {
    Map<String, List<String>> cuts = new TreeMap<>();
    ((Map<?, ?>) value).forEach((to, from) -> cuts.put((String) to, names(from)));
    return cuts;
  }

  private static List<String> names(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }
}
