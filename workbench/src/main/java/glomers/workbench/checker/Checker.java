package glomers.workbench.checker;

import glomers.workbench.history.History;

/** Checks the history of a finished test. */
@FunctionalInterface
public interface Checker {
  /** The verdict on this history. Must not change it. */
  Result check(History history);
}
