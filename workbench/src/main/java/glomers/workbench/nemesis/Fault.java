package glomers.workbench.nemesis;

import glomers.workbench.fault.FaultEvent;
import java.util.random.RandomGenerator;

/** A fault that can be started and stopped. Decides what happens, and leaves it to others to do. */
public interface Fault {
  /** The name by which options ask for it. */
  String name();

  /** Draws the variant of the fault, such as which nodes it hits; a value of EDN. */
  Object choose(RandomGenerator random);

  /** The event that starts the fault. */
  FaultEvent start(Object choice, RandomGenerator random);

  /** The event that stops the fault; ends nothing if the fault is not active. */
  FaultEvent stop();
}
