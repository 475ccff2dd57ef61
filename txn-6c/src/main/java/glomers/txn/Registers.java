package glomers.txn;

import com.google.gson.JsonElement;
import java.util.HashMap;
import java.util.Map;

/**
 * Last-writer-wins registers (LWW-Register, Shapiro et al. 2011): each keeps the write of the
 * latest timestamp, whatever the order in which writes arrive. Replicas that have received the same
 * writes hold the same values.
 */
final class Registers {
  private record Version(Timestamp timestamp, JsonElement value) {}

  private final Map<JsonElement, Version> versions = new HashMap<>();

  /** The value of this register; null if it was never written. */
  JsonElement read(JsonElement key) {
    Version version = versions.get(key);
    return version == null ? null : version.value();
  }

  void write(Timestamp timestamp, JsonElement key, JsonElement value) {
    Version current = versions.get(key);
    if (current == null || current.timestamp().compareTo(timestamp) <= 0) {
      versions.put(key, new Version(timestamp, value));
    }
  }
}
