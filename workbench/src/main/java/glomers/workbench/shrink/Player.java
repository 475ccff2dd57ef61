package glomers.workbench.shrink;

import glomers.workbench.plan.Plan;
import glomers.workbench.plan.TestSource;

/** Plays plans on the system that is tested. */
public interface Player {
  /** Plays a plan to its end. The same plan always leads to the same result. */
  Play play(Plan plan);

  /**
   * A JUnit test that plays a plan.
   *
   * @param rule the name of the rule that must not be broken
   */
  TestSource source(Plan plan, String rule);
}
