package glomers.workbench.workload.set;

import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.Variation;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import java.util.Optional;

/**
 * Adds the values 0, 1, 2, … to a set, or reads it, as often unless options say otherwise; reads it
 * in the end.
 */
final class AddsAndReads implements Generator {
  private static final Invocation READ = new Invocation("read", null);

  private final String addFunction;
  private final Variation variation;
  private long added;

  AddsAndReads(String addFunction, Variation variation) {
    this.variation = variation;
    this.addFunction = addFunction;
  }

  @Override
  public Optional<Invocation> next(Turn turn) {
    return Optional.of(
        variation.isWrite(turn.random()) ? new Invocation(addFunction, added++) : READ);
  }

  @Override
  public Optional<FinalPhase> finalPhase() {
    return Optional.of(FinalPhase.oncePerWorker(READ));
  }
}
