package glomers.protocol.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a {@link RecordAdapter} for every record, and the adapter of {@link JsonText}. */
final class RecordAdapterFactory implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked")
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() == JsonText.class) {
      return (TypeAdapter<T>) new JsonText.AsTree();
    }
    if (!type.getRawType().isRecord()) {
      return null;
    }
    if (type.getRawType().getTypeParameters().length > 0) {
      throw new IllegalArgumentException(
          type + " is a record with type parameters: the types of its fields must be known");
    }
    RecordComponent[] components = type.getRawType().getRecordComponents();
    Map<String, RecordField> fields = new LinkedHashMap<>();
    for (int i = 0; i < components.length; i++) {
      RecordField field = RecordField.of(gson, components[i]);
      if (fields.putIfAbsent(field.name(), field) != null) {
        throw new IllegalArgumentException(
            type + " has two components that are \"" + field.name() + "\" on the wire");
      }
    }
    return new RecordAdapter<>(type.getRawType(), fields.values());
  }
}
