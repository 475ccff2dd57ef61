package glomers.workbench.history;

import java.util.Locale;

/** Where an operation stands. */
public enum OpType {
  /** It begins. */
  INVOKE,
  /** It took place. */
  OK,
  /** It did not take place and will not. */
  FAIL,
  /** Whether it took, or will take, place is unknown. Also what a nemesis does and reports. */
  INFO;

  /** The name as histories show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
