package glomers.workbench.workload.set;

import glomers.workbench.session.Invocation;
import glomers.workbench.workload.FinalPhase;
import glomers.workbench.workload.Generator;
import glomers.workbench.workload.Turn;
import java.util.Optional;

/**
 * Adds the values 0, 1, 2, … to a set, or reads it, with equal probability; reads it in the end.
 */
final class AddsAndReads implements Generator {
  private static final Invocation READ = new Invocation("read", null);

  private final String addFunction;
  private long added;

  AddsAndReads(String addFunction) {
    this.addFunction = addFunction;
  }

  @Override
  public Optional<Invocation> next(Turn turn) {
    return Optional.of(turn.random().nextBoolean() ? new Invocation(addFunction, added++) : READ);
  }

  @Override
  public Optional<FinalPhase> finalPhase() {
    return Optional.of(FinalPhase.oncePerWorker(READ));
  }
}
