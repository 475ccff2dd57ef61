package glomers.workbench.time;

/** The order of events that are due at the same time, in virtual time. */
public enum Ties {
  /** That in which they were scheduled. */
  SCHEDULED,
  /** Any that production allows, drawn from the seed; see {@link Interleaving}. */
  RANDOM
}
