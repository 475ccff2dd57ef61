package glomers.workbench.network;

import java.util.Locale;

/** Why a message did not arrive. */
public enum LossReason {
  /** A partition lay between its source and its destination when it was due. */
  PARTITION,
  /** It was dropped at random. */
  LOSS,
  /** Its destination had left the network: a node that was killed, or a client that gave up. */
  ABSENT;

  /** The name as traces show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
