package glomers.workbench.workload.register;

import java.util.Set;

/** The result of the search for an order of the operations on one register. */
sealed interface Linearization {
  /**
   * There is an order.
   *
   * @param value the register's value at the end of it, as a number
   */
  record Found(int value) implements Linearization {}

  /**
   * There is none.
   *
   * @param op the first operation, by when they ended, that no order explains
   * @param values what the register can have held before it, as numbers
   */
  record Impossible(RegisterOp op, Set<Integer> values) implements Linearization {}

  /**
   * The search was given up.
   *
   * @param reason as a sentence
   */
  record Undecided(String reason) implements Linearization {}
}
