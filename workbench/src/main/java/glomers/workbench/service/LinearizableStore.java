package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One map, which each request sees as the one before it left it: lin-kv, or a replica of lww-kv.
 */
final class LinearizableStore implements Service {
  private final boolean createsByCas;
  private final Map<Value, Value> values = new HashMap<>();

  /**
   * An empty store.
   *
   * @param createsByCas whether a compare-and-set may create a key, if it asks for that
   */
  LinearizableStore(boolean createsByCas) {
    this.createsByCas = createsByCas;
  }

  @Override
  public Body handle(Message message) {
    StoreRequest request = StoreRequest.of(message, createsByCas);
    StoreRequest.Outcome outcome = request.applyTo(Optional.ofNullable(values.get(request.key())));
    outcome.written().ifPresent(value -> values.put(request.key(), value));
    return outcome.reply();
  }
}
