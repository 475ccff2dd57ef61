package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** lin-kv: one map, which each request sees as the one before it left it. */
final class LinearizableStore implements Service {
  private final Map<Value, Value> values = new HashMap<>();

  @Override
  public Body handle(Message message) {
    StoreRequest request = StoreRequest.of(message);
    StoreRequest.Outcome outcome = request.applyTo(Optional.ofNullable(values.get(request.key())));
    outcome.written().ifPresent(value -> values.put(request.key(), value));
    return outcome.reply();
  }
}
