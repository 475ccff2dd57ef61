package glomers.workbench.nemesis;

import java.util.random.RandomGenerator;

/** Something that can be broken and mended again. For use within events only. */
public interface Fault {
  /** The name by which options ask for it; {@code start-<name>} and {@code stop-<name>} do it. */
  String name();

  /** Decides what exactly to break, a value of EDN. */
  Object choose(RandomGenerator random);

  /** Breaks it and says what was broken, a value of EDN. */
  Object start(Object choice, RandomGenerator random);

  /** Mends it and says so, a value of EDN. */
  Object stop();
}
