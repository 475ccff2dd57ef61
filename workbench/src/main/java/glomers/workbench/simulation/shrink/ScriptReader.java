package glomers.workbench.simulation.shrink;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.Op;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.shrink.Script.Timed;
import glomers.workbench.simulation.shrink.Script.Unit;
import glomers.workbench.workload.TestOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a script of what a run's history tells of its operations and faults. */
final class ScriptReader {
  private static final List<String> STANDARD = List.of(TestOptions.Builder.CONSISTENCY_MODEL);

  private final SimulatedRun run;
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, List<Timed>> started = new HashMap<>();
  private long offsetMillis = -1;
  private boolean isFinal;

  private ScriptReader(SimulatedRun run) {
    this.run = run;
  }

  static Script read(SimulatedRun run) {
    ScriptReader reader = new ScriptReader(run);
    run.history().ops().forEach(reader::read);
    reader.started.values().forEach(steps -> reader.units.add(new Unit(steps)));
    List<String> models = run.options().consistencyModels();
    return new Script(
        run.options().workload(),
        models.equals(STANDARD) ? List.of() : models,
        run.options().nodes(),
        run.options().latency(),
        run.options().seed(),
        reader.units);
  }

  private long millis(Op op) {
    long millis = op.timeNanos() / 1_000_000;
    if (offsetMillis < 0) {
      offsetMillis = millis;
    }
    return millis - offsetMillis;
  }

  private void read(Op op) {
    if (op.isClient() && op.isInvoke()) {
      if (op.isFinal() && !isFinal) {
        isFinal = true;
        add(new Timed(millis(op), new Step.FinalPhase()));
      }
      int worker = op.process() % run.options().concurrency();
      add(new Timed(millis(op), new Step.Invoke(worker, op.f(), op.value())));
    } else if (!op.isClient()) {
      fault(op);
    }
  }

  private void add(Timed step) {
    units.add(new Unit(List.of(step)));
  }

  /** A fault is two entries, of which the second tells what was done. */
  private void fault(Op op) {
    String fault = op.f().substring(op.f().indexOf('-') + 1);
    boolean isStart = op.f().startsWith("start-");
    Step step = isStart ? start(fault, op.value()) : stop(fault, op.value());
    if (step == null) {
      return;
    }
    List<Timed> steps = started.computeIfAbsent(fault, none -> new ArrayList<>());
    steps.add(new Timed(millis(op), step));
    if (!isStart) {
      if (steps.size() > 1) {
        units.add(new Unit(List.copyOf(steps)));
      }
      started.remove(fault);
    }
  }

  private Step start(String fault, Object value) {
    if (value instanceof Number degree) {
      return started.containsKey(fault) ? null : new Step.Degree(fault, degree);
    }
    if (!(value instanceof List<?> done) || done.size() < 2) {
      return null; // the choice, before it is carried out
    }
    String what = done.get(0) instanceof Keyword keyword ? keyword.name() : "";
    return switch (what) {
      case "isolated" -> cut(cuts((Map<?, ?>) done.get(1)));
      case "deaf" -> cut(deaf(names(done.get(1))));
      case "killed" -> new Step.ToNodes("crash", names(done.get(1)));
      case "paused" -> new Step.ToNodes("pause", names(done.get(1)));
      default -> null;
    };
  }

  /**
   * Null if nothing is dropped: of three nodes each may be told to keep its majority, all three.
   */
  private static Step cut(Map<String, List<String>> cuts) {
    return cuts.isEmpty() ? null : new Step.Cut(cuts);
  }

  private static Step stop(String fault, Object value) {
    if (value == null) {
      return null; // before it is carried out
    }
    if (value instanceof List<?> done && done.size() > 1) {
      String verb = done.get(0).equals(Keyword.of("restarted")) ? "restart" : "resume";
      return new Step.ToNodes(verb, names(done.get(1)));
    }
    return switch (fault) {
      case "loss", "duplicate", "reorder" -> new Step.Degree(fault, 0);
      case "slow" -> new Step.Degree(fault, 1);
      default -> new Step.Heal();
    };
  }

  private Map<String, List<String>> deaf(List<String> nodes) {
    Map<String, List<String>> cuts = new TreeMap<>();
    for (String node : nodes) {
      cuts.put(node, run.options().nodes().stream().filter(other -> !other.equals(node)).toList());
    }
    return cuts;
  }

  private static Map<String, List<String>> cuts(Map<?, ?> value) {
    Map<String, List<String>> cuts = new TreeMap<>();
    value.forEach(
        (receiver, sources) -> {
          List<String> names = names(sources);
          if (!names.isEmpty()) {
            cuts.put((String) receiver, names);
          }
        });
    return cuts;
  }

  private static List<String> names(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }
}
