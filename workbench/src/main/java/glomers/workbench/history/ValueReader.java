package glomers.workbench.history;

/** Reads the operations of a workload from the form that they have in files. */
@FunctionalInterface
public interface ValueReader {
  /**
   * What an entry's value stands for.
   *
   * @param f the name of the function
   * @param edn the form of the value; null if it has none
   * @throws IllegalArgumentException if the function has no value of this form
   */
  Object value(String f, Object edn);
}
