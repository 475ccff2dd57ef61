package glomers.workbench.workload.txn;

/** The type of data that keys hold. */
public enum DataType {
  /** A value that a write replaces. */
  RW_REGISTER("w"),
  /** A list that a write appends to. */
  LIST_APPEND("append");

  private final String writeFunction;

  DataType(String writeFunction) {
    this.writeFunction = writeFunction;
  }

  /** The name of the function that writes; the one that reads is {@code r} in both cases. */
  public String writeFunction() {
    return writeFunction;
  }
}
