package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorBody;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.protocol.json.JsonText;
import java.util.Optional;

/**
 * A request to a key-value store: what it does to the one key that it names. Pure, so that a store
 * may try it on an old state first.
 */
sealed interface StoreRequest {
  /** The fields of all requests. */
  record Fields(
      Optional<JsonText> key,
      Optional<JsonText> value,
      Optional<JsonText> from,
      Optional<JsonText> to,
      Optional<JsonText> createIfNotExists)
      implements Body {}

  /** The reply to {@link Read}. */
  record ReadOk(JsonText value) implements Body {}

  /** The reply to {@link Write}. */
  record WriteOk() implements Body {}

  /** The reply to {@link Cas}. */
  record CasOk() implements Body {}

  /**
   * The outcome of a request.
   *
   * @param written the new value of the key; empty if the request writes nothing
   */
  record Outcome(Body reply, Optional<Value> written) {}

  /** The key. */
  Value key();

  /**
   * Applies the request.
   *
   * @param current the value of the key; empty if there is no such key
   */
  Outcome applyTo(Optional<Value> current);

  /**
   * Reads a request.
   *
   * @param createsByCas whether a compare-and-set may create a key, if it asks for that
   * @throws IllegalArgumentException if it is of another type
   */
  static StoreRequest of(Message message, boolean createsByCas) {
    Fields fields = Codec.body(message, Fields.class);
    Value key = Value.of(fields.key());
    String type = message.type().orElse("");
    return switch (type) {
      case "read" -> new Read(key);
      case "write" -> new Write(key, Value.of(fields.value()));
      case "cas" ->
          new Cas(
              key,
              Value.of(fields.from()),
              Value.of(fields.to()),
              createsByCas && Value.of(fields.createIfNotExists()).isTruthy());
      default -> throw new IllegalArgumentException("it has no requests of type \"" + type + "\"");
    };
  }

  private static Outcome keyDoesNotExist() {
    return failed(ErrorCode.KEY_DOES_NOT_EXIST, "key does not exist");
  }

  private static Outcome failed(ErrorCode code, String text) {
    return new Outcome(new ErrorBody(code.code(), Optional.of(text)), Optional.empty());
  }

  /** Asks for the value. */
  record Read(Value key) implements StoreRequest {
    @Override
    public Outcome applyTo(Optional<Value> current) {
      return current
          .map(value -> new Outcome(new ReadOk(value.json()), Optional.empty()))
          .orElseGet(StoreRequest::keyDoesNotExist);
    }
  }

  /** Sets the value. */
  record Write(Value key, Value value) implements StoreRequest {
    @Override
    public Outcome applyTo(Optional<Value> current) {
      return new Outcome(new WriteOk(), Optional.of(value));
    }
  }

  /**
   * Compare-and-set: sets the value if it is the expected one.
   *
   * @param from the expected value
   * @param to the new one
   * @param create whether a key that does not exist is created, whatever {@code from} is
   */
  record Cas(Value key, Value from, Value to, boolean create) implements StoreRequest {
    @Override
    public Outcome applyTo(Optional<Value> current) {
      if (current.isEmpty() && !create) {
        return keyDoesNotExist();
      }
      if (current.isPresent() && !current.get().equals(from)) {
        return failed(
            ErrorCode.PRECONDITION_FAILED, "current value " + current.get() + " is not " + from);
      }
      return new Outcome(new CasOk(), Optional.of(to));
    }
  }
}
