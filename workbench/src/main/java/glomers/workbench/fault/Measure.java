package glomers.workbench.fault;

/** What a fault of the network as a whole changes, more or less. */
public enum Measure {
  /** The probability that a message between servers is dropped. */
  LOSS("loss", 0, false),
  /** The probability that a message between servers is duplicated. */
  DUPLICATE("duplicate", 0, false),
  /** By how many milliseconds a message is late at the most, so that messages overtake others. */
  REORDER("reorder", 0, true),
  /** How many times as long each message takes. */
  SLOW("slow", 1, true),
  /**
   * By how many milliseconds a message from or to a service is late at the most. A node can't tell
   * a service that is slow from one that is gone.
   */
  STORE_SLOW("store-slow", 0, true),
  /**
   * The probability that a message from or to a service is dropped: a call without an answer has
   * taken effect, or has not.
   */
  STORE_LOST("store-lost", 0, false);

  private final String fault;
  private final double usual;
  private final boolean isWhole;

  Measure(String fault, double usual, boolean isWhole) {
    this.fault = fault;
    this.usual = usual;
    this.isWhole = isWhole;
  }

  /** The name by which options ask for the fault. */
  public String fault() {
    return fault;
  }

  /** The event that sets it from now on. */
  public FaultEvent.Degree to(double value) {
    return new FaultEvent.Degree(this, value);
  }

  /** The event by which the fault ends. */
  public FaultEvent.Degree toUsual() {
    return to(usual);
  }

  /** Whether it is about messages from and to services, not about those between servers. */
  boolean isOfServices() {
    return this == STORE_SLOW || this == STORE_LOST;
  }

  boolean isUsual(double value) {
    return value == usual;
  }

  /** The value as it is shown: without a fraction where there is none. */
  Number number(double value) {
    if (isWhole) {
      return (long) value;
    }
    return value;
  }
}
