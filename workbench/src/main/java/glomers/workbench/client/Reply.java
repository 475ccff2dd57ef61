package glomers.workbench.client;

import com.google.gson.JsonObject;
import glomers.protocol.ErrorCode;

/** How a call ended. */
public sealed interface Reply {
  /** With a reply of the declared form. */
  record Ok(JsonObject body) implements Reply {}

  /** With an error that the node answered with. */
  record Failed(ErrorCode code, String text) implements Reply {}

  /** With no reply in time. */
  record TimedOut() implements Reply {}

  /** With a reply that does not have the declared form; the text says what it is and should be. */
  record Malformed(String text) implements Reply {}
}
