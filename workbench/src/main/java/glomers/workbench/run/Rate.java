package glomers.workbench.run;

/**
 * The requested and the achieved rate of operations.
 *
 * @param requested operations per second that were requested
 * @param achieved operations per second that began
 * @param heldUpFraction the part of the time, 0 to 1, by which operations were put off because all
 *     workers were busy
 */
public record Rate(double requested, double achieved, double heldUpFraction) {
  private static final double HELD_UP_FRACTION_MAX = 0.02;

  /** Whether the test achieved the requested rate. */
  public boolean kept() {
    return heldUpFraction <= HELD_UP_FRACTION_MAX;
  }
}
