package glomers.workbench.network;

import glomers.protocol.Message;

/** A listener to every message. Must not change anything. */
public interface NetworkListener {
  /** A message was sent; it may be lost later. */
  void sent(long id, Message message);

  /**
   * A message has arrived; one that was duplicated does so twice.
   *
   * @param sentNanos when it was sent
   */
  void received(long id, Message message, long sentNanos);

  /**
   * A message, or a copy of it, will not arrive.
   *
   * @param sentNanos when it was sent
   */
  default void lost(long id, Message message, long sentNanos, LossReason reason) {}
}
