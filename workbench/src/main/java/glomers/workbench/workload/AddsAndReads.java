package glomers.workbench.workload;

import glomers.workbench.session.Invocation;
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
