package glomers.workbench.checker;

import glomers.workbench.edn.Keyword;
import java.util.Collection;
import java.util.Collections;

/** A verdict; the later of two in this order outweighs the other. */
public enum Validity {
  /** Nothing is wrong. */
  VALID,
  /** There was too little to judge by. */
  UNKNOWN,
  /** Something is wrong. */
  INVALID;

  /** The weightiest of these; {@link #VALID} if there are none. */
  public static Validity merge(Collection<Validity> verdicts) {
    return verdicts.isEmpty() ? VALID : Collections.max(verdicts);
  }

  /** As results show it: true, false or {@code :unknown}. */
  public Object toEdn() {
    return switch (this) {
      case VALID -> true;
      case INVALID -> false;
      case UNKNOWN -> Keyword.of("unknown");
    };
  }
}
