package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Message;

/** lin-tso: a timestamp oracle, which gives out 0, 1, 2 …, each once. */
final class TimestampService implements Service {
  record TsOk(long ts) implements Body {}

  private long next;

  @Override
  public Body handle(Message request) {
    String type = request.type().orElse("");
    if (!type.equals("ts")) {
      throw new IllegalArgumentException("it has no requests of type \"" + type + "\"");
    }
    return new TsOk(next++);
  }
}
