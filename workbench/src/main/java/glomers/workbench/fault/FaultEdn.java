package glomers.workbench.fault;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.FaultEvent.BreakDisk;
import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Corrupt;
import glomers.workbench.fault.FaultEvent.Degree;
import glomers.workbench.fault.FaultEvent.Duplicate;
import glomers.workbench.fault.FaultEvent.Heal;
import glomers.workbench.fault.FaultEvent.Kill;
import glomers.workbench.fault.FaultEvent.Loss;
import glomers.workbench.fault.FaultEvent.MendDisk;
import glomers.workbench.fault.FaultEvent.OneWayPartition;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.FaultEvent.Pause;
import glomers.workbench.fault.FaultEvent.PowerOff;
import glomers.workbench.fault.FaultEvent.PowerOn;
import glomers.workbench.fault.FaultEvent.Reorder;
import glomers.workbench.fault.FaultEvent.Restart;
import glomers.workbench.fault.FaultEvent.Restore;
import glomers.workbench.fault.FaultEvent.Resume;
import glomers.workbench.fault.FaultEvent.Slow;
import glomers.workbench.fault.FaultEvent.StoreLost;
import glomers.workbench.fault.FaultEvent.StoreSlow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fault events as histories have them: a function, and a value of EDN as Jepsen writes it. */
public final class FaultEdn {
  private static final Keyword HEALED = Keyword.of("network-healed");

  private FaultEdn() {}

  /** The value that stands beside the event's {@link FaultEvent#function function}. */
  public static Object of(FaultEvent event) {
    if (event instanceof Partition partition) {
      Map<String, List<String>> cuts = new TreeMap<>();
      partition.cuts().forEach((to, from) -> cuts.put(to, from.stream().sorted().toList()));
      return tagged("isolated", cuts);
    } else if (event instanceof OneWayPartition partition) {
      return tagged("deaf", partition.receivers());
    } else if (event instanceof Kill kill) {
      return kill.left() == Unsynced.TORN
          ? tagged("killed", kill.nodes())
          : List.of(Keyword.of("killed"), kill.nodes(), Keyword.of(kill.left().label()));
    } else if (event instanceof Restart restart) {
      return tagged("restarted", restart.nodes());
    } else if (event instanceof Pause pause) {
      return tagged("paused", pause.nodes());
    } else if (event instanceof Resume resume) {
      return tagged("resumed", resume.nodes());
    } else if (event instanceof ClockRates clocks) {
      return tagged("clock-rates", clocks.rates());
    } else if (event instanceof Degree degree && degree.begins()) {
      return degree(degree);
    }
    return ofMachine(event);
  }

  private static Object ofMachine(FaultEvent event) {
    if (event instanceof PowerOff off) {
      return tagged("off", off.nodes());
    } else if (event instanceof PowerOn on) {
      return tagged("on", on.nodes());
    } else if (event instanceof BreakDisk broken) {
      return tagged(broken.how().label(), broken.nodes());
    } else if (event instanceof MendDisk mended) {
      return tagged("mended", mended.nodes());
    } else if (event instanceof Corrupt corrupt) {
      return tagged("corrupted", corrupt.nodes());
    } else if (event instanceof Restore restored) {
      return tagged("restored", restored.nodes());
    }
    return HEALED;
  }

  private static Object tagged(String tag, Object value) {
    return List.of(Keyword.of(tag), value);
  }

  private static Object degree(Degree degree) {
    if (degree instanceof Loss loss) {
      return loss.probability();
    } else if (degree instanceof Duplicate duplicate) {
      return duplicate.probability();
    } else if (degree instanceof Reorder reorder) {
      return reorder.millisMax();
    } else if (degree instanceof StoreSlow slow) {
      return slow.millisMax();
    } else if (degree instanceof StoreLost lost) {
      return lost.probability();
    }
    return ((Slow) degree).factor();
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
        case "start-" + OneWayPartition.NAME -> new OneWayPartition(names("deaf", value));
        case "start-" + Kill.NAME -> kill((List<?>) value);
        case "stop-" + Kill.NAME -> new Restart(names("restarted", value));
        case "start-" + Pause.NAME -> new Pause(names("paused", value));
        case "stop-" + Pause.NAME -> new Resume(names("resumed", value));
        case "start-" + Loss.NAME -> new Loss(((Number) value).doubleValue());
        case "start-" + Duplicate.NAME -> new Duplicate(((Number) value).doubleValue());
        case "start-" + Reorder.NAME -> new Reorder(((Number) value).longValue());
        case "start-" + StoreSlow.NAME -> new StoreSlow(((Number) value).longValue());
        case "start-" + StoreLost.NAME -> new StoreLost(((Number) value).doubleValue());
        case "start-" + Slow.NAME -> new Slow(((Number) value).longValue());
        case "start-" + PowerOff.NAME -> new PowerOff(names("off", value));
        case "stop-" + PowerOff.NAME -> new PowerOn(names("on", value));
        case "start-" + BreakDisk.NAME -> breakDisk((List<?>) value);
        case "stop-" + BreakDisk.NAME -> new MendDisk(names("mended", value));
        case "start-" + Corrupt.NAME -> new Corrupt(names("corrupted", value));
        case "stop-" + Corrupt.NAME -> new Restore(names("restored", value));
        case "start-" + ClockRates.NAME, "stop-" + ClockRates.NAME ->
            new ClockRates(rates(untagged("clock-rates", value)));
        default -> stop(function, value);
      };
    } catch (ClassCastException | NullPointerException e) {
      throw unknown(function, value);
    }
  }

  private static Kill kill(List<?> value) {
    if (value.size() == 3) {
      List<?> labels = Stream.of(Unsynced.values()).map(left -> Keyword.of(left.label())).toList();
      Unsynced left = Unsynced.values()[index(labels, value.get(2))];
      return new Kill(names("killed", value.subList(0, 2)), left);
    }
    return new Kill(names("killed", value));
  }

  private static BreakDisk breakDisk(List<?> value) {
    List<?> labels = Stream.of(DiskFault.values()).map(how -> Keyword.of(how.label())).toList();
    DiskFault how = DiskFault.values()[index(labels, value.get(0))];
    return new BreakDisk(how, names(how.label(), value));
  }

  private static int index(List<?> labels, Object label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new ClassCastException(Edn.print(label));
    }
    return index;
  }

  private static Map<String, Double> rates(Object value) {
    Map<String, Double> rates = new TreeMap<>();
    ((Map<?, ?>) value)
        .forEach((node, rate) -> rates.put((String) node, ((Number) rate).doubleValue()));
    return rates;
  }

  private static FaultEvent stop(String function, Object value) {
    if (!HEALED.equals(value)) {
      throw unknown(function, value);
    }
    return switch (function) {
      case "stop-" + Partition.NAME -> new Heal(Partition.NAME);
      case "stop-" + OneWayPartition.NAME -> new Heal(OneWayPartition.NAME);
      case "stop-" + Loss.NAME -> new Loss(0);
      case "stop-" + Duplicate.NAME -> new Duplicate(0);
      case "stop-" + Reorder.NAME -> new Reorder(0);
      case "stop-" + Slow.NAME -> new Slow(1);
      case "stop-" + StoreSlow.NAME -> new StoreSlow(0);
      case "stop-" + StoreLost.NAME -> new StoreLost(0);
      default -> throw unknown(function, value);
    };
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

  private static List<String> names(String tag, Object value) {
    return names(untagged(tag, value));
  }

  private static List<String> names(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }
}
