package glomers.workbench.simulation.property;

import glomers.workbench.run.TestRun;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The properties of a simulated run: what must always be true of its servers, what must become true
 * after the end of faults, and what is hoped to be true at some time.
 *
 * @param <S> the class of the servers
 */
public final class Properties<S> {
  private final List<ServersProperty<S>> always;
  private final List<Eventuality<S>> due;
  private final List<ServersProperty<S>> sometimes;
  private final Map<String, Boolean> met = new LinkedHashMap<>();
  private Runnable next;

  public Properties(
      List<Invariant<S>> invariants,
      List<Eventuality<S>> eventualities,
      List<ServersProperty<S>> conditions) {
    always = invariants.stream().map(Invariant::begin).toList();
    due = new ArrayList<>(eventualities);
    sometimes = List.copyOf(conditions);
    sometimes.forEach(condition -> met.put(condition.name(), false));
  }

  /** Whether each of the conditions was true at some time. */
  public Map<String, Boolean> met() {
    return met;
  }

  /** Looks at the servers after each event of the run, and between its faults and its end. */
  public void watch(TestRun run, VirtualTimeScheduler scheduler, Supplier<List<S>> servers) {
    if (!always.isEmpty() || !due.isEmpty() || !sometimes.isEmpty()) {
      scheduler.afterEachEvent(() -> look(run, servers.get(), scheduler.nowNanos()));
    }
    if (!due.isEmpty()) {
      run.afterFaults(then -> await(run, scheduler, then));
    }
  }

  private void look(TestRun run, List<S> servers, long nowNanos) {
    Invariant.firstViolation(always, servers, nowNanos).ifPresent(run::end);
    for (ServersProperty<S> condition : sometimes) {
      if (!met.get(condition.name()) && condition.holds(servers)) {
        met.put(condition.name(), true);
      }
    }
    if (next != null) {
      due.removeIf(each -> each.holds(servers));
      if (due.isEmpty()) {
        Runnable then = next;
        next = null;
        then.run();
      }
    }
  }

  private void await(TestRun run, VirtualTimeScheduler scheduler, Runnable then) {
    next = then;
    for (Eventuality<S> each : due) {
      scheduler.schedule(
          each.within().toNanos(),
          () -> {
            if (due.contains(each)) {
              run.end(each.violation());
            }
          });
    }
  }
}
