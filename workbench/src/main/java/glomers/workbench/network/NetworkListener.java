package glomers.workbench.network;

import glomers.protocol.Message;

/** Is told of every message. Must not change anything. */
public interface NetworkListener {
  /** A message was sent; it may be lost later. */
  void sent(long id, Message message);

  /** A message has arrived. */
  void received(long id, Message message);
}
