package glomers.workbench.plan;

import glomers.workbench.fault.FaultEvent;

/** Something that a plan does at one time. */
public sealed interface Step {
  /** When, in milliseconds since the plan's beginning. */
  long millis();

  /** The same at another time. */
  Step at(long millis);

  /**
   * A worker begins an operation of the workload.
   *
   * @param worker its number, from 0; it talks to node <i>n(worker mod nodes)</i>
   * @param f the name of the function, such as {@code read}
   * @param value its argument, as the workload has it
   */
  record Invoke(long millis, int worker, String f, Object value) implements Step {
    @Override
    public Step at(long other) {
      return new Invoke(other, worker, f, value);
    }
  }

  /** A fault begins or ends. */
  record Inject(long millis, FaultEvent event) implements Step {
    @Override
    public Step at(long other) {
      return new Inject(other, event);
    }
  }
}
