package glomers.workbench.plan;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.plan.Step.Inject;
import glomers.workbench.plan.Step.Invoke;
import glomers.workbench.workload.TestOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run does, up to its end: all faults are ended then, the nodes have time to recover, and
 * the workload's final operations follow. The end is not part of a plan, but belongs to each.
 *
 * @param options of the run, among them the nodes, the latency and the seed
 * @param steps the operations of the main phase and the fault events, in the order of their times
 */
public record Plan(TestOptions options, List<Step> steps) {
  /** The same options, with steps in any order; those of the same time keep theirs. */
  public Plan {
    steps = steps.stream().sorted(Comparator.comparingLong(Step::millis)).toList();
  }

  /** The plan of a run that has left this history behind. */
  public static Plan of(TestOptions options, History history) {
    List<Step> steps = new ArrayList<>();
    long begin = history.size() == 0 ? 0 : millis(history.ops().get(0));
    for (Op op : history.ops()) {
      long time = millis(op) - begin;
      op.fault().ifPresent(event -> steps.add(new Inject(time, event)));
      if (op.isClient() && op.isInvoke() && !op.isFinal()) {
        steps.add(new Invoke(time, op.process() % options.concurrency(), op.f(), op.value()));
      }
    }
    return new Plan(options, steps);
  }

  private static long millis(Op op) {
    return op.timeNanos() / 1_000_000;
  }

  /** The ids of the nodes. */
  public List<String> nodes() {
    return options.nodes();
  }

  /** How many operations there are. */
  public long operations() {
    return steps.stream().filter(Invoke.class::isInstance).count();
  }

  /** How many faults begin. */
  public long faults() {
    return steps.stream()
        .filter(step -> step instanceof Inject inject && inject.event().begins())
        .count();
  }

  /** The same with other options. */
  public Plan with(TestOptions other) {
    return new Plan(other, steps);
  }

  /** The same with other steps. */
  public Plan with(List<Step> other) {
    return new Plan(options, other);
  }

  /**
   * The steps by what can be left out only as a whole: an operation, or a fault from its beginning
   * to its end. The end of a fault that did not begin is left out.
   */
  public List<List<Step>> units() {
    List<List<Step>> units = new ArrayList<>();
    Map<String, List<Step>> active = new HashMap<>();
    for (Step step : steps) {
      if (!(step instanceof Inject inject)) {
        units.add(List.of(step));
      } else if (inject.event().begins()) {
        List<Step> unit = new ArrayList<>(List.of(step));
        active.put(inject.event().fault(), unit);
        units.add(unit);
      } else if (active.containsKey(inject.event().fault())) {
        active.remove(inject.event().fault()).add(step);
      }
    }
    return units;
  }

  /** The same without one node, and what was done by it and to it. */
  public Plan without(String node) {
    List<String> fewer = nodes().stream().filter(other -> !other.equals(node)).toList();
    List<Step> left = new ArrayList<>();
    for (Step step : steps) {
      without(step, node).ifPresent(left::add);
    }
    // As many workers as the workload has by itself: the former number may not suit fewer nodes.
    return new Plan(OptionsBuilder.of(options).nodes(fewer).concurrency(null).build(), left);
  }

  private Optional<Step> without(Step step, String node) {
    if (step instanceof Inject inject) {
      Optional<FaultEvent> event = inject.event().without(node);
      return event.map(left -> new Inject(inject.millis(), left));
    }
    Invoke invoke = (Invoke) step;
    int count = nodes().size();
    int index = invoke.worker() % count;
    int left = nodes().indexOf(node);
    if (index == left) {
      return Optional.empty();
    }
    // Another number, by which it talks to the same node as before.
    int moved = invoke.worker() / count * (count - 1) + (index > left ? index - 1 : index);
    return Optional.of(new Invoke(invoke.millis(), moved, invoke.f(), invoke.value()));
  }
}
