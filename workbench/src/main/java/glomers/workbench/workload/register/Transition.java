package glomers.workbench.workload.register;

/**
 * The condition of an operation on a register, and its effect, at the moment when it takes effect.
 * Values are small integers; {@link #NONE} is none of them.
 *
 * @param required the value that the register must have; NONE for any
 * @param excluded a value that it must not have; NONE if there is none
 * @param written the value that it has afterwards; NONE if the operation leaves it as it is
 */
record Transition(int required, int excluded, int written) {
  static final int NONE = -1;

  /** The value of a register that was never written. */
  static final int NIL = 0;

  /** The register has this value. */
  static Transition read(int value) {
    return new Transition(value, NONE, NONE);
  }

  /** The register has any value but this one. */
  static Transition differs(int value) {
    return new Transition(NONE, value, NONE);
  }

  static Transition write(int value) {
    return new Transition(NONE, NONE, value);
  }

  /** A compare-and-set that succeeded. */
  static Transition cas(int from, int to) {
    return new Transition(from, NONE, from == to ? NONE : to);
  }

  /** The value afterwards; NONE if the operation can't take effect on this value. */
  int apply(int value) {
    if (value == excluded || (required != NONE && required != value)) {
      return NONE;
    }
    return written == NONE ? value : written;
  }

  /** Whether it never changes the register. */
  boolean isPure() {
    return written == NONE;
  }
}
