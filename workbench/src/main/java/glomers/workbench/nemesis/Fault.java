package glomers.workbench.nemesis;

import java.util.random.RandomGenerator;

/** A fault that can be started and stopped. For use within events only. */
public interface Fault {
  /** The name by which options ask for it; {@code start-<name>} and {@code stop-<name>} do it. */
  String name();

  /** Draws the variant of the fault, such as which nodes it hits; a value of EDN. */
  Object choose(RandomGenerator random);

  /** Starts the fault. Returns what it did, a value of EDN. */
  Object start(Object choice, RandomGenerator random);

  /** Stops the fault, if it is active. Returns what it did, a value of EDN. */
  Object stop();
}
