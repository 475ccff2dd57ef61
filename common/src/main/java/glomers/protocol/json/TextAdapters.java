package glomers.protocol.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The {@link TextAdapter} of each type: of the common ones directly, of all others by way of the
 * value's own tree and Gson's adapter.
 */
final class TextAdapters {
  private TextAdapters() {}

  /**
   * The adapter of this type.
   *
   * @param gson has the type's adapter
   * @param reader reads the type from a tree
   */
  @SuppressWarnings("unchecked")
  static TextAdapter<Object> of(Gson gson, Type type, Function<JsonElement, ?> reader) {
    TextAdapter<?> direct = direct(gson, type);
    if (direct == null) {
      TypeAdapter<Object> writer = (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(type));
      direct =
          type == Object.class ? new Anything(gson, reader, writer) : new ByTree(reader, writer);
    }
    return (TextAdapter<Object>) direct;
  }

  /** Null if there is none. */
  private static TextAdapter<?> direct(Gson gson, Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return container(gson, parameterized);
    }
    if (type == int.class || type == Integer.class) {
      return new Numbers(true);
    }
    if (type == long.class || type == Long.class) {
      return new Numbers(false);
    }
    if (type == String.class) {
      return new Strings();
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Booleans();
    }
    if (type == JsonElement.class) {
      return JsonTrees.ADAPTER;
    }
    if (type == JsonText.class) {
      return new JsonText.AsText();
    }
    // A record that contains itself is not ready yet: its inner ones are read by way of a tree.
    return type instanceof Class<?> known
            && known.isRecord()
            && gson.getAdapter(known) instanceof RecordAdapter<?> records
        ? records.text()
        : null;
  }

  @SuppressWarnings("unchecked")
  private static TextAdapter<?> container(Gson gson, ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Type raw = type.getRawType();
    if (raw == Map.class && arguments[0] != String.class) {
      return null;
    }
    TextAdapter<Object> element =
        (TextAdapter<Object>) direct(gson, arguments[arguments.length - 1]);
    if (element == null) {
      return null;
    }
    if (raw == List.class || raw == Collection.class) {
      return new Elements(element, ArrayList::new);
    }
    if (raw == Set.class) {
      return new Elements(element, LinkedHashSet::new);
    }
    return raw == Map.class ? new Members(element) : null;
  }

  private static final class Numbers extends TextAdapter<Number> {
    private final boolean small;

    Numbers(boolean small) {
      this.small = small;
    }

    @Override
    Number read(TextCursor in) {
      long value = in.integer();
      if (!small) {
        return value;
      }
      if ((int) value != value) {
        in.fail();
      }
      return (int) value;
    }

    @Override
    void write(LineWriter out, Number value) {
      if (value == null) {
        out.raw("null");
      } else {
        out.raw(value.longValue());
      }
    }
  }

  private static final class Strings extends TextAdapter<String> {
    @Override
    String read(TextCursor in) {
      return in.string();
    }

    @Override
    void write(LineWriter out, String value) throws IOException {
      if (value == null) {
        out.raw("null");
      } else {
        out.string(value);
      }
    }
  }

  private static final class Booleans extends TextAdapter<Boolean> {
    @Override
    Boolean read(TextCursor in) {
      return in.bool();
    }

    @Override
    void write(LineWriter out, Boolean value) {
      out.raw(String.valueOf(value));
    }
  }

  private static final class Elements extends TextAdapter<Collection<Object>> {
    private final TextAdapter<Object> element;
    private final Supplier<Collection<Object>> empty;

    Elements(TextAdapter<Object> element, Supplier<Collection<Object>> empty) {
      this.element = element;
      this.empty = empty;
    }

    @Override
    Collection<Object> read(TextCursor in) {
      Collection<Object> values = empty.get();
      in.take('[');
      if (!in.takeIf(']')) {
        do {
          values.add(element.read(in));
        } while (in.more(']'));
      }
      return values;
    }

    @Override
    void write(LineWriter out, Collection<Object> values) throws IOException {
      if (values == null) {
        out.raw("null");
        return;
      }
      out.raw("[");
      boolean first = true;
      for (Object value : values) {
        if (!first) {
          out.raw(",");
        }
        first = false;
        element.write(out, value);
      }
      out.raw("]");
    }
  }

  private static final class Members extends TextAdapter<Map<String, Object>> {
    private final TextAdapter<Object> value;

    Members(TextAdapter<Object> value) {
      this.value = value;
    }

    @Override
    Map<String, Object> read(TextCursor in) {
      Map<String, Object> members = new LinkedHashMap<>();
      in.take('{');
      if (!in.takeIf('}')) {
        do {
          in.takeName();
          members.put(in.name(), value.read(in));
        } while (in.more('}'));
      }
      return members;
    }

    @Override
    void write(LineWriter out, Map<String, Object> members) throws IOException {
      if (members == null) {
        out.raw("null");
        return;
      }
      out.raw("{");
      boolean first = true;
      for (Map.Entry<String, Object> member : members.entrySet()) {
        if (!first) {
          out.raw(",");
        }
        first = false;
        out.name(String.valueOf(member.getKey()));
        value.write(out, member.getValue());
      }
      out.raw("}");
    }
  }

  private static class ByTree extends TextAdapter<Object> {
    private final Function<JsonElement, ?> reader;
    private final TypeAdapter<Object> writer;

    ByTree(Function<JsonElement, ?> reader, TypeAdapter<Object> writer) {
      this.reader = reader;
      this.writer = writer;
    }

    @Override
    Object read(TextCursor in) {
      JsonElement tree = JsonTrees.ADAPTER.read(in);
      Object value = in.failed() ? null : value(tree);
      if (value == null) {
        in.fail();
      }
      return value;
    }

    private Object value(JsonElement tree) {
      try {
        return reader.apply(tree);
      } catch (RuntimeException e) {
        return null; // the tree of the whole body will tell what is wrong
      }
    }

    @Override
    void write(LineWriter out, Object value) throws IOException {
      writer.write(out.json(), value);
    }
  }

  /** Values whose type only they themselves know. */
  private static final class Anything extends ByTree {
    private final ClassValue<Optional<TextAdapter<Object>>> known;

    Anything(Gson gson, Function<JsonElement, ?> reader, TypeAdapter<Object> writer) {
      super(reader, writer);
      known =
          new ClassValue<>() {
            @Override
            @SuppressWarnings("unchecked")
            protected Optional<TextAdapter<Object>> computeValue(Class<?> type) {
              Type known = JsonElement.class.isAssignableFrom(type) ? JsonElement.class : type;
              return Optional.ofNullable((TextAdapter<Object>) direct(gson, known));
            }
          };
    }

    @Override
    void write(LineWriter out, Object value) throws IOException {
      TextAdapter<Object> adapter = value == null ? null : known.get(value.getClass()).orElse(null);
      if (adapter == null) {
        super.write(out, value);
      } else {
        adapter.write(out, value);
      }
    }
  }
}
